// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.faulty;

import org.mcpauth.RequiresScope;

/** A class with a tool that no interceptor guards: no container makes its objects. */
public class PlainTools {

  private final String text;

  /**
   * Not for a container: it could not know the text.
   *
   * @param text what the tool says
   */
  public PlainTools(String text) {
    this.text = text;
  }

  /**
   * Looks guarded and is not.
   *
   * @return some text
   */
  @RequiresScope(value = "mcp:conformance:tools:call", tool = "test_plain")
  public String plain() {
    return text;
  }
}
