// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.benchmarks.report.Machine;
import org.mcpauth.devserver.KeyAlgorithm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Puts the same application under load with protection and without, by turns, in two servers that
 * are started anew several times: which code the JIT compiler makes differs from start to start.
 */
@Command(
    name = "end-to-end",
    mixinStandardHelpOptions = true,
    description = "Measures what protection costs an application on Payara Micro.")
public final class EndToEndBenchmark implements Callable<Integer> {

  @Option(names = "--payara", required = true, description = "The jar of Payara Micro.")
  Path payara = Path.of("payara-micro.jar");

  @Option(names = "--output", description = "A file for the table, in Markdown.")
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
    Path directory = Files.createTempDirectory("mcp-auth-benchmark");
    Path guarded = directory.resolve("protected.war");
    Path open = directory.resolve("unprotected.war");
    for (Path path : List.of(directory, guarded, open)) {
      path.toFile().deleteOnExit();
    }
    WarArchive.write(guarded, true);
    WarArchive.write(open, false);
    int port = freePort();
    String resource = "http://localhost:" + port + "/mcp";
    try (Tokens rs256 = new Tokens(KeyAlgorithm.RS256, resource);
        Tokens es256 = new Tokens(KeyAlgorithm.ES256, resource)) {
      Map<String, String> properties =
          Map.of(
              McpAuthConfigNames.RESOURCE,
              resource,
              McpAuthConfigNames.AUTHORIZATION_SERVERS,
              rs256.issuer() + "," + es256.issuer());
      out.println("minting " + 2 * rounds * unique + " tokens");
      Calls calls = new Calls(port, rs256, es256, rounds, unique);
      EndToEndReport report = new EndToEndReport();
      for (int start = 0; start < starts; start++) {
        try (PayaraMicro guard = PayaraMicro.start(payara, guarded, port, properties);
            PayaraMicro bare = PayaraMicro.start(payara, open, freePort(), Map.of())) {
          measure(new Contest(guard, bare, calls, new Load(connections), out), report);
        }
      }
      print(report);
    }
    return 0;
  }

  private void measure(Contest contest, EndToEndReport report)
      throws IOException, InterruptedException {
    contest.check();
    contest.warmUp(warmup);
    for (int round = 0; round < rounds; round++) {
      contest.round(round, seconds, report);
    }
  }

  private void print(EndToEndReport report) throws IOException {
    String text =
        "%s, %d connections, %d starts, %d rounds each\n\n%s"
            .formatted(Machine.describe(Clock.systemUTC()), connections, starts, rounds, report);
    out.println(text);
    if (output.isPresent()) {
      Files.writeString(output.get(), text);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
