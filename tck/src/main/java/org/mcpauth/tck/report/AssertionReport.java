// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import org.mcpauth.tck.run.AssertionResult;

/**
 * An assertion in one revision.
 *
 * @param id its id
 * @param strategy what it does; empty if it was not run
 * @param level its level; empty if it was not run
 * @param status what came of it
 * @param detail why it did not pass, without any token; empty if it did
 */
public record AssertionReport(
    String id, String strategy, String level, Status status, String detail) {

  static AssertionReport of(AssertionResult result) {
    return new AssertionReport(
        result.assertion(),
        result.strategy(),
        result.level(),
        Status.of(result.outcome()),
        Redaction.OF_JWTS.apply(result.detail()));
  }

  static AssertionReport notRun(String id) {
    return new AssertionReport(id, "", "", Status.NOT_RUN, "");
  }
}
