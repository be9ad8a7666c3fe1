// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.util.List;

/**
 * A row of the table.
 *
 * @param title what it is about
 * @param ours the benchmark of the library
 * @param floors the benchmarks whose sum it is compared with
 * @param aim the largest ratio that is aimed at; infinite if there is no aim
 */
record Row(String title, BenchmarkId ours, List<BenchmarkId> floors, double aim) {

  private static final double NO_AIM = Double.POSITIVE_INFINITY;

  static final List<Row> ALL =
      List.of(
          firstSight("RS256"),
          firstSight("ES256"),
          firstSight("EdDSA"),
          new Row(
              "known token",
              new BenchmarkId(KnownTokenBenchmark.class, "ours", ""),
              List.of(knownFloor()),
              3),
          new Row(
              "reading a message of 1 KB",
              new BenchmarkId(MessageBenchmark.class, "ours", "1024"),
              List.of(messageFloor("1024")),
              NO_AIM),
          new Row(
              "reading a message of 100 KB",
              new BenchmarkId(MessageBenchmark.class, "ours", "102400"),
              List.of(messageFloor("102400")),
              NO_AIM),
          new Row(
              "whole decision, known token, 1 KB",
              new BenchmarkId(DecisionBenchmark.class, "ours", ""),
              List.of(knownFloor(), messageFloor("1024")),
              NO_AIM));

  Row {
    floors = List.copyOf(floors);
  }

  private static Row firstSight(String algorithm) {
    return new Row(
        "first sight, " + algorithm,
        new BenchmarkId(FirstSightBenchmark.class, "ours", algorithm),
        List.of(new BenchmarkId(FirstSightBenchmark.class, "floor", algorithm)),
        1.5);
  }

  private static BenchmarkId knownFloor() {
    return new BenchmarkId(KnownTokenBenchmark.class, "floor", "");
  }

  private static BenchmarkId messageFloor(String size) {
    return new BenchmarkId(MessageBenchmark.class, "floor", size);
  }

  boolean hasAim() {
    return Double.isFinite(aim);
  }
}
