// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.clause.ClauseCatalogue;
import org.mcpauth.tck.run.AssertionResult;

/**
 * The clauses of a revision, and what was found out about them.
 *
 * @param revision the revision
 * @param clauses all of its clauses
 */
public record RevisionReport(Revision revision, List<ClauseReport> clauses) {

  /** Copies the list. */
  public RevisionReport {
    clauses = List.copyOf(clauses);
  }

  static RevisionReport of(Revision revision, Collection<AssertionResult> results) {
    Map<String, AssertionReport> reports =
        results.stream()
            .filter(result -> result.revision() == revision)
            .map(AssertionReport::of)
            .collect(Collectors.toMap(AssertionReport::id, r -> r, RevisionReport::worse));
    List<ClauseReport> clauses =
        ClauseCatalogue.standard().of(revision).stream()
            .map(
                clause ->
                    ClauseReport.of(
                        clause,
                        id ->
                            Optional.ofNullable(reports.get(id))
                                .orElseGet(() -> AssertionReport.notRun(id))))
            .toList();
    return new RevisionReport(revision, clauses);
  }

  /** An assertion that ran several times, in several classes, is as good as its worst run. */
  private static AssertionReport worse(AssertionReport one, AssertionReport other) {
    return Status.worse(one.status(), other.status()) == one.status() ? one : other;
  }

  /**
   * The clauses that the server does not keep.
   *
   * @return those that are failed or blocked
   */
  public List<ClauseReport> failures() {
    return clauses.stream().filter(clause -> clause.status().isFailure()).toList();
  }
}
