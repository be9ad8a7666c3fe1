// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;

/** The tools of the fixture contract that need a certain authentication of the user (RFC 9470). */
@ApplicationScoped
public class StepUpTools {

  static final String STRONG_LOGIN = "test_strong_login";
  static final String RECENT_LOGIN = "test_recent_login";

  /** Made by the container. */
  public StepUpTools() {}

  /**
   * Needs the {@code acr} of the contract.
   *
   * @return some text
   */
  @RequiresScope(
      value = {},
      tool = STRONG_LOGIN)
  @RequiresAuthentication(acr = "urn:mcp:conformance:strong")
  public String strongLogin() {
    return "The user was authenticated strongly.";
  }

  /**
   * Needs an authentication that is no older than the contract says.
   *
   * @return some text
   */
  @RequiresScope(
      value = {},
      tool = RECENT_LOGIN)
  @RequiresAuthentication(maxAge = 300)
  public String recentLogin() {
    return "The user was authenticated recently.";
  }
}
