// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.clause.Clause.Strength;
import org.mcpauth.tck.run.AssertionResult;

/**
 * What a run found out about a server.
 *
 * @param runtime the name of the server
 * @param profile what it was measured by
 * @param date when the run was over
 * @param revisions those that were measured, oldest first
 * @param results all of them, in the order in which they came
 */
public record Report(
    String runtime,
    String profile,
    Instant date,
    List<RevisionReport> revisions,
    List<AssertionResult> results) {

  private static final List<String> LEVELS = List.of("core", "scopes", "extended");

  /** Copies the lists. */
  public Report {
    revisions = List.copyOf(revisions);
    results = List.copyOf(results);
  }

  /**
   * Sorts results by clauses.
   *
   * @param runtime the name of the server
   * @param profile what it was measured by
   * @param date when the run was over
   * @param results what came of it
   * @return the report
   */
  public static Report of(
      String runtime, String profile, Instant date, Collection<AssertionResult> results) {
    List<RevisionReport> revisions =
        Arrays.stream(Revision.values())
            .filter(revision -> results.stream().anyMatch(r -> r.revision() == revision))
            .map(revision -> RevisionReport.of(revision, results))
            .toList();
    return new Report(runtime, profile, date, revisions, List.copyOf(results));
  }

  /**
   * The Java that the TCK ran on, and the server too if the TCK started it.
   *
   * @return the feature release, such as 21
   */
  public int jdk() {
    return Runtime.version().feature();
  }

  /**
   * Whether there is nothing to complain about.
   *
   * @return true if no assertion failed or was blocked, and at least one ran
   */
  public boolean passed() {
    return !results.isEmpty() && results.stream().noneMatch(AssertionResult::isFailure);
  }

  /**
   * How many assertions of each level had which outcome, once for each revision.
   *
   * @return a row for each level that ran
   */
  public Totals byLevel() {
    List<Totals.Entry> entries =
        results.stream()
            .map(result -> new Totals.Entry(result.level(), Status.of(result.outcome())))
            .toList();
    List<String> names =
        LEVELS.stream()
            .filter(level -> entries.stream().anyMatch(entry -> entry.row().equals(level)))
            .toList();
    return Totals.of(names, entries);
  }

  /**
   * How many clauses of each strength are kept, once for each revision.
   *
   * @return a row for each strength
   */
  public Totals byStrength() {
    Stream<ClauseReport> clauses =
        revisions.stream().flatMap(revision -> revision.clauses().stream());
    return Totals.of(
        Arrays.stream(Strength.values()).map(Strength::name).toList(),
        clauses
            .map(report -> new Totals.Entry(report.clause().strength().name(), report.status()))
            .toList());
  }
}
