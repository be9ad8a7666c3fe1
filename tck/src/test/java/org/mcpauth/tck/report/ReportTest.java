// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.run.AssertionResult.Outcome;

class ReportTest {

  @Test
  void ofWhenRevisionHasNoResultsThenIsWithoutIt() {
    assertThat(Results.report(Results.PASSED).revisions())
        .extracting(RevisionReport::revision)
        .containsExactly(Revision.V2025_11_25);
  }

  @Test
  void ofWhenAssertionPassesThenItsClausePasses() {
    Report report = Results.report(Results.of("metadata-is-served", Outcome.PASSED));
    assertThat(Results.clause(report, "PRM-1").status()).isEqualTo(Status.PASSED);
    assertThat(report.passed()).isTrue();
  }

  @Test
  void ofWhenOneAssertionFailsThenItsClauseFails() {
    Report report =
        Results.report(
            Results.PASSED, Results.of("every-http-method-needs-a-token", Outcome.FAILED));
    assertThat(Results.clause(report, "TR-3").status()).isEqualTo(Status.FAILED);
    assertThat(report.passed()).isFalse();
    assertThat(report.revisions().get(0).failures())
        .extracting(clause -> clause.clause().id())
        .contains("TR-3");
  }

  @Test
  void ofWhenOneAssertionDidNotRunThenItsClauseIsNotRun() {
    Report report = Results.report(Results.PASSED);
    assertThat(Results.clause(report, "TR-3").status()).isEqualTo(Status.NOT_RUN);
    assertThat(report.passed()).isTrue();
  }

  @Test
  void ofWhenAssertionRanTwiceThenTheWorseCounts() {
    Report report =
        Results.report(
            Results.of("metadata-is-served", Outcome.FAILED),
            Results.of("metadata-is-served", Outcome.PASSED));
    assertThat(Results.clause(report, "PRM-1").status()).isEqualTo(Status.FAILED);
  }

  @Test
  void ofWhenClauseIsNotCheckedThenGivesTheReason() {
    Report report = Results.report(Results.PASSED_IN_LATEST);
    assertThat(Results.clause(report, "STATE-2").status()).isEqualTo(Status.PLANNED);
    assertThat(Results.clause(report, "STATE-2").reason()).isEqualTo("requestState");
    assertThat(Results.clause(report, "PASS-3").status()).isEqualTo(Status.LEFT_OUT);
    assertThat(Results.clause(report, "PASS-3").reason()).contains("third-party");
  }

  @Test
  void ofWhenDetailHasTokenThenTakesItOut() {
    ClauseReport clause = Results.clause(Results.report(Results.FAILED), "TR-1");
    assertThat(clause.assertions()).hasSize(1);
    assertThat(clause.assertions().get(0).detail())
        .contains("X-Seen: [token]")
        .doesNotContain("eyJ");
  }

  @Test
  void passedWhenNothingWasMeasuredThenIsFalse() {
    assertThat(Results.report().passed()).isFalse();
  }

  @Test
  void passedWhenServerIsExcusedThenIsTrue() {
    assertThat(Results.report(Results.of("metadata-is-served", Outcome.EXCLUDED)).passed())
        .isTrue();
  }

  @Test
  void byLevelThenCountsAssertions() {
    Totals totals =
        Results.report(
                Results.PASSED,
                Results.FAILED,
                Results.of("metadata-is-served", Outcome.BLOCKED),
                Results.of("metadata-needs-no-token", Outcome.NOT_CHECKED))
            .byLevel();
    assertThat(totals.columns())
        .containsExactly(Status.PASSED, Status.FAILED, Status.BLOCKED, Status.NOT_CHECKED);
    assertThat(totals.rows()).extracting(Totals.Row::name).containsExactly("core");
    assertThat(totals.rows().get(0).counts()).extracting(Totals.Cell::count).containsOnly(1L);
  }

  @Test
  void byStrengthThenCountsClauses() {
    Report report = Results.report(Results.FAILED);
    assertThat(report.byStrength().rows())
        .extracting(Totals.Row::name)
        .containsExactly("MUST", "SHOULD", "ADVICE");
    assertThat(counts(report, "MUST")).containsEntry(Status.FAILED, 1L);
    assertThat(counts(report, "ADVICE")).containsEntry(Status.FAILED, 0L);
  }

  private static Map<Status, Long> counts(Report report, String strength) {
    List<Totals.Cell> cells =
        report.byStrength().rows().stream()
            .filter(row -> row.name().equals(strength))
            .findFirst()
            .orElseThrow()
            .counts();
    return cells.stream()
        .collect(java.util.stream.Collectors.toMap(Totals.Cell::status, Totals.Cell::count));
  }
}
