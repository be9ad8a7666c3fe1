// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import java.util.List;
import java.util.function.Function;
import org.mcpauth.tck.clause.Clause;

/**
 * A clause, and what was found out about it.
 *
 * @param clause the clause
 * @param status the worst of its assertions
 * @param reason why it has no assertions; empty if it has some
 * @param assertions what checks it
 */
public record ClauseReport(
    Clause clause, Status status, String reason, List<AssertionReport> assertions) {

  /** Copies the list. */
  public ClauseReport {
    assertions = List.copyOf(assertions);
  }

  static ClauseReport of(Clause clause, Function<String, AssertionReport> reports) {
    Clause.Treatment treatment = clause.treatment();
    if (treatment instanceof Clause.Excluded excluded) {
      return new ClauseReport(clause, Status.LEFT_OUT, excluded.reason(), List.of());
    }
    if (treatment instanceof Clause.Planned planned) {
      return new ClauseReport(clause, Status.PLANNED, planned.feature(), List.of());
    }
    List<AssertionReport> assertions =
        ((Clause.Checked) treatment).assertions().stream().map(reports).toList();
    Status status =
        assertions.stream().map(AssertionReport::status).reduce(Status.PASSED, Status::worse);
    return new ClauseReport(clause, status, "", assertions);
  }
}
