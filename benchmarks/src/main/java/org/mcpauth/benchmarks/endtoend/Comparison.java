// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.devserver.KeyAlgorithm;

/** One application with the library and without, in servers that start anew several times. */
final class Comparison {

  private final Path payara;
  private final Application application;
  private final Plan plan;
  private final PrintStream out;

  /**
   * Prepares a comparison.
   *
   * @param payara the jar of Payara Micro
   * @param application what is compared with itself
   * @param plan how much is measured
   * @param out for who waits
   */
  Comparison(Path payara, Application application, Plan plan, PrintStream out) {
    this.payara = payara;
    this.application = application;
    this.plan = plan;
    this.out = out;
  }

  /** Measures. */
  EndToEndReport run() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("mcp-auth-benchmark");
    Path guarded = directory.resolve("protected.war");
    Path open = directory.resolve("unprotected.war");
    for (Path path : List.of(directory, guarded, open)) {
      path.toFile().deleteOnExit();
    }
    application.write(guarded, true);
    application.write(open, false);
    int port = freePort();
    String resource = "http://localhost:" + port + "/mcp";
    EndToEndReport report = new EndToEndReport();
    try (Tokens rs256 = new Tokens(KeyAlgorithm.RS256, resource);
        Tokens es256 = new Tokens(KeyAlgorithm.ES256, resource)) {
      Map<String, String> properties =
          Map.of(
              McpAuthConfigNames.RESOURCE,
              resource,
              McpAuthConfigNames.AUTHORIZATION_SERVERS,
              rs256.issuer() + "," + es256.issuer());
      TokenSet rs = mint(rs256);
      TokenSet es = mint(es256);
      for (int start = 0; start < plan.starts(); start++) {
        try (PayaraMicro guard = PayaraMicro.start(payara, guarded, port, properties);
            PayaraMicro bare = PayaraMicro.start(payara, open, freePort(), Map.of())) {
          measure(contest(guard, bare, rs, es), report);
        }
      }
    }
    return report;
  }

  private TokenSet mint(Tokens issuer) {
    int count = plan.rounds() * plan.unique();
    out.println("minting " + count + " tokens");
    return issuer.mint(application.scopes(), count);
  }

  private Contest contest(PayaraMicro guarded, PayaraMicro open, TokenSet rs256, TokenSet es256)
      throws IOException {
    CallRequest request = application.prepare(guarded.port(), Optional.of(rs256.known()));
    CallRequest openRequest = application.prepare(open.port(), Optional.empty());
    return new Contest(
        guarded,
        open,
        new Calls(request, rs256, es256, plan.unique()),
        openRequest.with(Optional.empty()),
        new Load(plan.connections()),
        out);
  }

  private void measure(Contest contest, EndToEndReport report)
      throws IOException, InterruptedException {
    contest.check();
    contest.warmUp(plan.warmup());
    for (int round = 0; round < plan.rounds(); round++) {
      contest.round(round, plan.seconds(), report);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
