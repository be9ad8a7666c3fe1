// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.faulty;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** A bean with a tool that no interceptor can guard: it belongs to the class. */
@ApplicationScoped
public class SecretTools {

  /** Made by the container. */
  public SecretTools() {}

  /**
   * Looks guarded and is not.
   *
   * @return some text
   */
  @RequiresScope(value = "mcp:conformance:tools:call", tool = "test_static")
  public static String secret() {
    return "This is a secret.";
  }
}
