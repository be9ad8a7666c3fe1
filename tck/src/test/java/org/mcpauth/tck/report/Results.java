// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.run.AssertionResult;
import org.mcpauth.tck.run.AssertionResult.Outcome;

/** Results of a run that never was. */
final class Results {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  static final String TOKEN =
      "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ0Y2stdXNlciJ9.c2lnbmF0dXJl";

  static final AssertionResult PASSED = of("request-without-token-is-challenged", Outcome.PASSED);

  /** In a revision with a clause that is planned. */
  static final AssertionResult PASSED_IN_LATEST =
      new AssertionResult(
          PASSED.assertion(),
          PASSED.strategy(),
          PASSED.level(),
          Revision.V2026_07_28,
          PASSED.profile(),
          PASSED.outcome(),
          PASSED.detail());

  /** It is the only one that checks TR-1. */
  static final AssertionResult FAILED =
      new AssertionResult(
          "foreign-origin-is-refused",
          "A request of a foreign origin is refused",
          "core",
          Revision.V2025_11_25,
          "servlet",
          Outcome.FAILED,
          "-> 200\n  X-Seen: " + TOKEN + "\n  <script>alert(\"x\")</script>");

  private Results() {}

  static AssertionResult of(String assertion, Outcome outcome) {
    String detail = outcome == Outcome.PASSED ? "" : "because";
    return new AssertionResult(
        assertion, "It does it", "core", Revision.V2025_11_25, "servlet", outcome, detail);
  }

  static AssertionResult in(String profile, AssertionResult result) {
    return new AssertionResult(
        result.assertion(),
        result.strategy(),
        result.level(),
        result.revision(),
        profile,
        result.outcome(),
        result.detail());
  }

  static Report report(AssertionResult... results) {
    return Report.of("runtime 1.0", "servlet", NOON, List.of(results));
  }

  static ClauseReport clause(Report report, String id) {
    return report.revisions().get(0).clauses().stream()
        .filter(clause -> clause.clause().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static Function<String, Optional<String>> parameters(Map<String, String> parameters) {
    return name -> Optional.ofNullable(parameters.get(name));
  }
}
