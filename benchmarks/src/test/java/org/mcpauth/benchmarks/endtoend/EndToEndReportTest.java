// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndToEndReportTest {

  @Test
  void reportComparesEveryModeWithTheUnprotectedOneOfTheSameRound() {
    EndToEndReport report = new EndToEndReport();
    for (Mode mode : Mode.values()) {
      double seconds = mode == Mode.UNPROTECTED || mode == Mode.RS256_KNOWN ? 1 : 2;
      report.add(mode, new Load.Outcome(1000, seconds, 100 * seconds, 20));
    }

    assertThat(report.toString().lines().skip(2))
        .satisfiesExactly(
            line -> assertThat(line).contains("unprotected", "1.00 (1.00–1.00)"),
            line ->
                assertThat(line).contains("RS256, known token", "1.00 (1.00–1.00)", "0.95: met"),
            line -> assertThat(line).contains("ES256, known token", "0.50 (0.50–0.50)", "missed"),
            line -> assertThat(line).contains("RS256, every token is new", "100 (100–100)"),
            line -> assertThat(line).contains("ES256, every token is new", "2.00 (2.00–2.00)"));
  }
}
