// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mcpauth.benchmarks.report.Sample;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Time and allocation of every benchmark in every round. The time is that of the fastest iteration:
 * whatever else a shared machine does makes an iteration slower, and never faster.
 */
final class Measurements {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Map<BenchmarkId, List<Double>> times = new LinkedHashMap<>();
  private final Map<BenchmarkId, List<Double>> allocations = new LinkedHashMap<>();

  /** Adds a round in which every benchmark ran once. */
  void add(Collection<RunResult> round) {
    for (RunResult result : round) {
      BenchmarkId id = BenchmarkId.of(result.getParams());
      Result<?> allocated =
          Objects.requireNonNull(
              result.getSecondaryResults().get(ALLOCATION), "allocation was not measured");
      add(id, result.getPrimaryResult().getStatistics().getMin(), allocated.getScore());
    }
  }

  void add(BenchmarkId id, double microseconds, double bytes) {
    times.computeIfAbsent(id, i -> new ArrayList<>()).add(microseconds);
    allocations.computeIfAbsent(id, i -> new ArrayList<>()).add(bytes);
  }

  /** Microseconds per operation; those of several benchmarks are added up. */
  Sample time(List<BenchmarkId> ids) {
    return sum(times, ids);
  }

  /** Bytes per operation; those of several benchmarks are added up. */
  Sample allocation(List<BenchmarkId> ids) {
    return sum(allocations, ids);
  }

  private static Sample sum(Map<BenchmarkId, List<Double>> values, List<BenchmarkId> ids) {
    return ids.stream()
        .map(id -> new Sample(values.getOrDefault(id, List.of())))
        .reduce(Sample::plus)
        .orElseThrow();
  }
}
