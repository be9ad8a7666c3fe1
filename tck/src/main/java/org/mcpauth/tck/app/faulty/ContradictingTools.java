// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.faulty;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** A bean with one tool for two requirements. */
@ApplicationScoped
public class ContradictingTools {

  /** Made by the container. */
  public ContradictingTools() {}

  /**
   * Needs a scope.
   *
   * @return some text
   */
  @RequiresScope(value = "mcp:conformance:tools:call", tool = "test_twice")
  public String once() {
    return "This is it.";
  }

  /**
   * Needs another one.
   *
   * @return some text
   */
  @RequiresScope(value = "mcp:conformance:prompts:get", tool = "test_twice")
  public String again() {
    return "This is it, too.";
  }
}
