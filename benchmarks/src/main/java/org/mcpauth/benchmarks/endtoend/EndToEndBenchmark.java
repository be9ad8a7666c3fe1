// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mcpauth.benchmarks.report.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Puts the same application under load with protection and without, by turns, in two servers that
 * are started anew several times: which code the JIT compiler makes differs from start to start.
 * The sample comes first, then an application that does next to nothing.
 */
@Command(
    name = "end-to-end",
    mixinStandardHelpOptions = true,
    description = "Measures what protection costs an application on Payara Micro.")
public final class EndToEndBenchmark implements Callable<Integer> {

  @Option(names = "--payara", required = true, description = "The jar of Payara Micro.")
  Path payara = Path.of("payara-micro.jar");

  @Option(names = "--notes", required = true, description = "The WAR of the sample.")
  Path notes = Path.of("ROOT.war");

  @Option(names = "--output", description = "A file for the tables, in Markdown.")
  Optional<Path> output = Optional.empty();

  @Option(names = "--starts", description = "How often both servers start: ${DEFAULT-VALUE}.")
  int starts = 2;

  @Option(names = "--rounds", description = "Rounds after each start: ${DEFAULT-VALUE}.")
  int rounds = 5;

  @Option(names = "--seconds", description = "The length of a measurement: ${DEFAULT-VALUE} s.")
  int seconds = 6;

  @Option(names = "--warmup", description = "Load before that, each way: ${DEFAULT-VALUE} s.")
  int warmup = 18;

  @Option(names = "--unique", description = "New tokens in each round: ${DEFAULT-VALUE}.")
  int unique = 2000;

  @Option(names = "--connections", description = "Connections: ${DEFAULT-VALUE}.")
  int connections = 16;

  private final PrintStream out;

  EndToEndBenchmark(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new EndToEndBenchmark(System.out)).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Plan plan = new Plan(starts, rounds, seconds, warmup, unique, connections);
    StringBuilder text = new StringBuilder(Machine.describe(Clock.systemUTC()));
    text.append(
        ", %d connections, %d starts, %d rounds each%n".formatted(connections, starts, rounds));
    for (Application application :
        List.of(new NotesApplication(notes), new SmallestApplication())) {
      EndToEndReport report = new Comparison(payara, application, plan, out).run();
      text.append("%n### %s%n%n%s".formatted(application.title(), report));
    }
    out.println(text);
    if (output.isPresent()) {
      Files.writeString(output.get(), text);
    }
    return 0;
  }
}
