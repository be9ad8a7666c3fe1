// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MicroReportTest {

  @Test
  void reportComparesOursWithTheSumOfItsFloors() {
    String report = MicroReport.of(measured(6, 3));

    assertThat(row(report, "first sight, RS256"))
        .contains("| 3.00        | 6.00       | 2.00 (2.00–2.00) | ≤ 1.5: missed | 10 ");
    assertThat(row(report, "whole decision"))
        .contains("| 6.00        | 6.00       | 1.00 (1.00–1.00) |               | 20 ");
  }

  @Test
  void reportTellsWhichAimsAreMet() {
    assertThat(MicroReport.of(measured(1.4, 1))).contains("≤ 1.5: met", "≤ 3.0: met");
  }

  private static Measurements measured(double ours, double floor) {
    Measurements measurements = new Measurements();
    Row.ALL.forEach(row -> measurements.add(row.ours(), ours, 60));
    Row.ALL.stream()
        .flatMap(row -> row.floors().stream())
        .distinct()
        .forEach(id -> measurements.add(id, floor, 10));
    return measurements;
  }

  private static String row(String report, String title) {
    return report.lines().filter(line -> line.contains(title)).findFirst().orElseThrow();
  }
}
