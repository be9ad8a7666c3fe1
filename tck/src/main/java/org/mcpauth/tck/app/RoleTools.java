// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** The tools of the fixture contract that the configuration closes, to some or to everybody. */
@ApplicationScoped
public class RoleTools {

  static final String FOR_OPERATORS = "test_for_operators";
  static final String CLOSED = "test_closed";

  /** Made by the container. */
  public RoleTools() {}

  /**
   * Needs a role.
   *
   * @return some text
   */
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
