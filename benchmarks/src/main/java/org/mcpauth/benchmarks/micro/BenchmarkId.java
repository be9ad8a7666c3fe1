// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * One benchmark with one set of parameters.
 *
 * @param benchmark the class and method, as JMH writes them
 * @param parameters the values of the parameters; empty if there are none
 */
record BenchmarkId(String benchmark, String parameters) {

  BenchmarkId(Class<?> benchmarks, String method, String parameters) {
    this(benchmarks.getName() + "." + method, parameters);
  }

  static BenchmarkId of(BenchmarkParams parameters) {
    return new BenchmarkId(
        parameters.getBenchmark(),
        parameters.getParamsKeys().stream()
            .map(parameters::getParam)
            .collect(Collectors.joining(",")));
  }
}
