// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** The tool of the fixture contract whose scope {@link ProjectScopes} finds in its arguments. */
@ApplicationScoped
public class ArgumentTools {

  static final String PROJECT = "test_project";

  /** Made by the container. */
  public ArgumentTools() {}

  /**
   * Needs the scope of a project.
   *
   * @return some text
   */
  @RequiresScope(
      value = {},
      tool = PROJECT)
  public String project() {
    return "This is the project.";
  }
}
