// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mcpauth.benchmarks.report.Machine;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the JMH benchmarks in rounds, every benchmark once in each and in a JVM of its own, so that
 * what else happens on the machine meets ours and the floors alike.
 */
@Command(
    name = "micro",
    mixinStandardHelpOptions = true,
    description = "Measures the library beside its floors.")
public final class MicroBenchmarks implements Callable<Integer> {

  private static final String BENCHMARKS = "org\\.mcpauth\\.benchmarks\\.micro\\..*";

  /** Short ones find the moments in which nobody else uses the machine. */
  private static final int ITERATIONS_PER_SECOND = 5;

  @Option(names = "--output", description = "A file for the table, in Markdown.")
  Optional<Path> output = Optional.empty();

  @Option(names = "--rounds", description = "How often everything runs: ${DEFAULT-VALUE} times.")
  int rounds = 5;

  @Option(names = "--seconds", description = "Warm-up and measurement: ${DEFAULT-VALUE} s each.")
  int seconds = 3;

  @Option(names = "--include", description = "Which benchmarks, a regular expression; no table.")
  Optional<String> include = Optional.empty();

  private final PrintStream out;

  MicroBenchmarks(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new MicroBenchmarks(System.out)).execute(args));
  }

  @Override
  public Integer call() throws RunnerException, IOException {
    Measurements measurements = new Measurements();
    for (int round = 0; round < rounds; round++) {
      measurements.add(new Runner(options()).run());
    }
    if (include.isEmpty()) {
      String report =
          "%s, %d rounds\n\n%s"
              .formatted(Machine.describe(Clock.systemUTC()), rounds, MicroReport.of(measurements));
      out.println(report);
      if (output.isPresent()) {
        Files.writeString(output.get(), report);
      }
    }
    return 0;
  }

  private Options options() {
    return new OptionsBuilder()
        .include(include.orElse(BENCHMARKS))
        .forks(1)
        .warmupIterations(seconds)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(seconds * ITERATIONS_PER_SECOND)
        .measurementTime(TimeValue.milliseconds(1000 / ITERATIONS_PER_SECOND))
        .addProfiler(GCProfiler.class)
        .jvmArgs("-Xmx512m")
        .shouldFailOnError(true)
        .build();
  }
}
