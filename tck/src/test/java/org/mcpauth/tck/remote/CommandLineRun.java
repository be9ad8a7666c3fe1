// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.NothingOnTop;
import org.mcpauth.tck.reference.ReferenceServer;
import org.mcpauth.tck.reference.Rules;
import picocli.CommandLine;

/** Calls the command line, and keeps what it prints. */
final class CommandLineRun {

  final Map<String, String> environment = new HashMap<>();
  private final Path reports;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  CommandLineRun(Path reports) {
    this.reports = reports;
  }

  int execute(URI url, String... options) {
    CommandLine commandLine = Main.commandLine(environment);
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    Stream<String> common = Stream.of("--url", url.toString(), "--reports", reports.toString());
    return commandLine.execute(
        Stream.concat(common, Arrays.stream(options)).toArray(String[]::new));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  static ReferenceServer reference(int issuerPort) {
    return new ReferenceServer(endpoint -> new Rules(endpoint, issuer(issuerPort)));
  }

  /** Has nothing of the level extended. */
  static ReferenceServer plain(int issuerPort) {
    return new ReferenceServer(
        endpoint -> NothingOnTop.applyTo(new Rules(endpoint, issuer(issuerPort))));
  }

  /** Names no scope, which is a SHOULD. */
  static ReferenceServer careless(int issuerPort) {
    return new ReferenceServer(
        endpoint -> {
          Rules rules = new Rules(endpoint, issuer(issuerPort));
          rules.challenges = new CarelessChallenges(rules.metadata);
          return rules;
        });
  }

  private static URI issuer(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
