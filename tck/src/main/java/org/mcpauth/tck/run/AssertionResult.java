// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import org.mcpauth.tck.Revision;

/**
 * What came of an assertion.
 *
 * @param assertion its id
 * @param strategy what it does
 * @param level the tag of its level
 * @param revision the revision that was spoken
 * @param profile the name of the profile
 * @param outcome what came of it
 * @param detail why it did not pass; empty if it did
 */
public record AssertionResult(
    String assertion,
    String strategy,
    String level,
    Revision revision,
    String profile,
    Outcome outcome,
    String detail) {

  /** What can come of an assertion. */
  public enum Outcome {
    /** The server does as it should. */
    PASSED,
    /** It does not. */
    FAILED,
    /** It cannot be told, because something more basic does not work. Counts as a failure. */
    BLOCKED,
    /** It does not, and is excused. */
    EXCLUDED,
    /** This run lacks what is needed to find out. */
    NOT_CHECKED
  }

  /**
   * Whether the server does not pass because of this.
   *
   * @return true for failed and blocked
   */
  public boolean isFailure() {
    return outcome == Outcome.FAILED || outcome == Outcome.BLOCKED;
  }
}
