// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.faulty;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** A bean with a tool that calls another one past its guard. */
@ApplicationScoped
public class SelfCallingTools {

  /** Made by the container. */
  public SelfCallingTools() {}

  /**
   * Needs next to nothing, and says everything.
   *
   * @return some text
   */
  @RequiresScope(
      value = {},
      tool = "test_open")
  public String open() {
    return guarded();
  }

  /**
   * Needs a scope.
   *
   * @return some text
   */
  @RequiresScope(value = "mcp:conformance:tools:call", tool = "test_guarded")
  public String guarded() {
    return "This is guarded.";
  }
}
