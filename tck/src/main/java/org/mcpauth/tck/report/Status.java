// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import org.mcpauth.tck.run.AssertionResult.Outcome;

/** What a report says about a clause or an assertion, in the order of its columns. */
public enum Status {
  /** All is well. */
  PASSED("passed"),
  /** The server does otherwise. */
  FAILED("failed"),
  /** Something more basic does not work. */
  BLOCKED("blocked"),
  /** The server is excused. */
  EXCLUDED("excluded"),
  /** This run lacked what is needed to find out. */
  NOT_CHECKED("not checked"),
  /** It was not asked for in this run. */
  NOT_RUN("not run"),
  /** The TCK does not check it yet. */
  PLANNED("planned"),
  /** The TCK does not check it, and gives the reason. */
  LEFT_OUT("left out");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  static Status of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case BLOCKED -> BLOCKED;
      case EXCLUDED -> EXCLUDED;
      case NOT_CHECKED -> NOT_CHECKED;
    };
  }

  static Status worse(Status one, Status other) {
    if (one == PASSED || other == PASSED) {
      return one == PASSED ? other : one;
    }
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * How it is called in reports.
   *
   * @return one or two words
   */
  public String label() {
    return label;
  }

  /**
   * The label as a single word, for a class of a style sheet.
   *
   * @return the label with a hyphen
   */
  public String style() {
    return label.replace(' ', '-');
  }

  /**
   * Whether the reader is to look at it.
   *
   * @return true for failed and blocked
   */
  public boolean isFailure() {
    return this == FAILED || this == BLOCKED;
  }

  @Override
  public String toString() {
    return label;
  }
}
