// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.io.Serial;

/**
 * Something more basic, which another assertion is about, does not work, so that this assertion
 * could not come to its point. It counts as a failure, yet says that the fault is elsewhere.
 */
public final class BlockedError extends AssertionError {

  @Serial private static final long serialVersionUID = 1L;

  private BlockedError(String message) {
    super(message);
  }

  /**
   * States what must be so before an assertion can come to its point.
   *
   * @param condition whether it is
   * @param what what must be so, in words
   * @param evidence what was seen instead, such as a reply
   */
  public static void unless(boolean condition, String what, Object evidence) {
    if (!condition) {
      throw new BlockedError("Blocked: %s%n%s".formatted(what, evidence));
    }
  }
}
