// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;

/** The tool of the fixture contract that nothing is said about: neither here nor elsewhere. */
@ApplicationScoped
public class UnmentionedTools {

  static final String UNMENTIONED = "test_unmentioned";

  /** Made by the container. */
  public UnmentionedTools() {}

  /**
   * Needs what the configuration says of everything else.
   *
   * @return some text
   */
  public String unmentioned() {
    return "Nobody said anything about this.";
  }
}
