// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.faulty;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** A bean with a tool that is guarded, for comparison. */
@ApplicationScoped
public class SoundTools {

  /** Made by the container. */
  public SoundTools() {}

  /**
   * Is guarded.
   *
   * @return some text
   */
  @RequiresScope(value = "mcp:conformance:tools:call", tool = "test_sound")
  public String sound() {
    return "This is guarded.";
  }
}
