// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.mcpauth.AccessToken;
import org.mcpauth.RequiresScope;

/** The tools of the fixture contract. */
@ApplicationScoped
public class ConformanceTools {

  static final String SIMPLE_TEXT = "test_simple_text";
  static final String CALLER = "test_caller";
  static final String INVOCATIONS = "test_invocations";

  private final AtomicInteger invocations = new AtomicInteger();

  @Inject AccessToken caller;

  /** Made by the container. */
  public ConformanceTools() {}

  /**
   * Needs two scopes, and counts how often it runs.
   *
   * @return the text of the contract
   */
  @RequiresScope(
      value = {"mcp:conformance:tools:call", "mcp:conformance:tools:test_simple_text"},
      tool = SIMPLE_TEXT)
  public String simpleText() {
    invocations.incrementAndGet();
    return "This is a simple text response for testing.";
  }

  /**
   * Says who calls.
   *
   * @return the subject; empty if the token names none
   */
  @RequiresScope(
      value = {},
      tool = CALLER)
  public String caller() {
    return caller.subject().orElse("");
  }

  /**
   * Says how often {@link #simpleText()} ran.
   *
   * @return decimal digits
   */
  @RequiresScope(
      value = {},
      tool = INVOCATIONS)
  public String invocations() {
    return invocations.toString();
  }
}
