// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.tck.clause.Clause.Strength;
import org.mcpauth.tck.clause.ClauseCatalogue;
import org.mcpauth.tck.report.Report;
import org.mcpauth.tck.report.Totals;
import org.mcpauth.tck.run.AssertionResult;
import org.mcpauth.tck.run.AssertionResult.Outcome;

/** What is printed at the end. */
final class Summary {

  private final Plan plan;
  private final ProgressListener progress;
  private final List<AssertionResult> failures;

  Summary(Plan plan, ProgressListener progress) {
    this.plan = plan;
    this.progress = progress;
    this.failures = progress.results().stream().filter(AssertionResult::isFailure).toList();
  }

  /** Prints it, and says whether the server passes. */
  boolean print(PrintWriter out) {
    printFailures(out);
    progress.faults().forEach(fault -> out.printf("%nSomething else failed: %s%n", fault));
    Report report =
        Report.of(plan.runtime(), plan.profile().name(), Instant.EPOCH, progress.results());
    print(out, "Assertions", report.byLevel());
    print(out, "Clauses", report.byStrength());
    out.printf("%nReports are in %s.%n%s%n", plan.reports(), verdict());
    out.flush();
    return passes();
  }

  private boolean passes() {
    boolean ran = progress.faults().isEmpty() && isMeasured();
    return ran
        && (plan.mustOnly() ? failures.stream().noneMatch(Summary::isMust) : failures.isEmpty());
  }

  /** A server that offers nothing of what was asked for passes nothing. */
  private boolean isMeasured() {
    return progress.results().stream()
        .map(AssertionResult::outcome)
        .anyMatch(outcome -> outcome != Outcome.EXCLUDED && outcome != Outcome.NOT_CHECKED);
  }

  private static boolean isMust(AssertionResult failure) {
    return ClauseCatalogue.standard().checkedBy(failure.revision(), failure.assertion()).stream()
        .anyMatch(clause -> clause.strength() == Strength.MUST);
  }

  private String verdict() {
    if (!isMeasured()) {
      return "Nothing was measured.";
    }
    long all = distinct(failures.stream());
    long musts = distinct(failures.stream().filter(Summary::isMust));
    return all == 0
        ? "The server passes."
        : "Failed assertions: %d, about a MUST: %d.%s"
            .formatted(all, musts, passes() ? " The server passes, as only these count." : "");
  }

  private static long distinct(Stream<AssertionResult> results) {
    return results.map(AssertionResult::assertion).distinct().count();
  }

  /** The same assertion fails for the same reason in every revision, mostly: once is enough. */
  private void printFailures(PrintWriter out) {
    Map<String, List<AssertionResult>> byAssertion =
        failures.stream()
            .collect(
                Collectors.groupingBy(
                    AssertionResult::assertion, LinkedHashMap::new, Collectors.toList()));
    byAssertion.forEach(
        (assertion, results) -> {
          String revisions =
              results.stream()
                  .map(result -> result.revision().date())
                  .collect(Collectors.joining(", "));
          out.printf("%n%s [%s]%n%n", assertion, revisions);
          out.println(results.get(0).detail().indent(2).stripTrailing());
        });
  }

  private static void print(PrintWriter out, String title, Totals totals) {
    out.printf("%n%-12s", title);
    totals.columns().forEach(status -> out.printf("%13s", status.label()));
    out.println();
    for (Totals.Row row : totals.rows()) {
      out.printf("%-12s", row.name());
      row.counts().forEach(cell -> out.printf("%13d", cell.count()));
      out.println();
    }
  }
}
