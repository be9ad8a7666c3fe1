// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/**
 * The tools of the fixture contract that are closed to some, by an annotation, or to everybody, by
 * the configuration.
 */
@ApplicationScoped
public class RoleTools {

  static final String FOR_OPERATORS = "test_for_operators";
  static final String CLOSED = "test_closed";

  private static final String OPERATOR = "mcp-conformance-operator";

  /** Made by the container. */
  public RoleTools() {}

  /**
   * Needs a role.
   *
   * @return some text
   */
  @RolesAllowed(OPERATOR)
  @RequiresScope(
      value = {},
      tool = FOR_OPERATORS)
  public String forOperators() {
    return "The user is an operator.";
  }

  /**
   * Is not to be called by anybody.
   *
   * @return some text
   */
  @RequiresScope(
      value = {},
      tool = CLOSED)
  public String closed() {
    return "This is not to be seen.";
  }
}
