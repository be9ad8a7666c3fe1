// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** The prompts of the fixture contract. */
@ApplicationScoped
public class ConformancePrompts {

  static final String SIMPLE = "test_simple_prompt";

  /** Made by the container. */
  public ConformancePrompts() {}

  /**
   * Needs two scopes.
   *
   * @return the text of its only message
   */
  @RequiresScope(
      value = {"mcp:conformance:prompts:get", "mcp:conformance:prompts:test_simple_prompt"},
      prompt = SIMPLE)
  public String simplePrompt() {
    return "This is a simple prompt for testing.";
  }
}
