// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once and for no time worth measuring. */
class BenchmarksRunTest {

  @Test
  void runOfEveryBenchmarkFillsEveryRowOfTheTable() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("org\\.mcpauth\\.benchmarks\\..*")
                    .forks(0)
                    .mode(Mode.SingleShotTime)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    Set<BenchmarkId> inTable =
        Row.ALL.stream()
            .flatMap(row -> Stream.concat(Stream.of(row.ours()), row.floors().stream()))
            .collect(Collectors.toSet());
    assertThat(results)
        .extracting(result -> BenchmarkId.of(result.getParams()))
        .containsExactlyInAnyOrderElementsOf(inTable);

    Measurements measurements = new Measurements();
    measurements.add(results);
    assertThat(MicroReport.of(measurements).lines()).hasSize(Row.ALL.size() + 2);
  }
}
