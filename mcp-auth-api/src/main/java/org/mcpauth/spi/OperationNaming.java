// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.spi;

import java.lang.reflect.Method;
import java.util.Optional;
import org.mcpauth.McpOperation;

/**
 * Tells which MCP operation a method of a bean implements, for servers whose annotations the
 * library does not know.
 *
 * <p>Asked when the application starts, for every method that {@code @RequiresScope} applies to and
 * that neither the annotation itself nor a known annotation of the server names.
 */
@FunctionalInterface
public interface OperationNaming {

  /**
   * Names the operation that a method implements.
   *
   * @param method a method of a bean class
   * @return the operation; empty if the method implements none, or this naming does not know it
   */
  Optional<McpOperation> operationOf(Method method);
}
