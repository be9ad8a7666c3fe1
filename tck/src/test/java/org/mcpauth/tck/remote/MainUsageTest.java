// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.tck.remote.CommandLineRun.freePort;
import static org.mcpauth.tck.remote.CommandLineRun.reference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.tck.reference.ReferenceServer;

class MainUsageTest {

  private static final String SERVER = "http://127.0.0.1:1/mcp";

  @TempDir private Path reports = Path.of("target");

  static Stream<Arguments> usages() {
    return Stream.of(
        usage("unknown revision 2024-11-05", SERVER, "--revision", "2024-11-05"),
        usage("not basic", SERVER, "--level", "basic"),
        usage("give both tokens", SERVER, "--token-low", "secret"),
        usage("give no others", SERVER, "--given-tokens", "--token-low=a", "--token-full=b"),
        usage("absolute http or https URL", "ftp://127.0.0.1/mcp"),
        usage("absolute http or https URL", "/mcp"),
        usage("without a fragment", "http://127.0.0.1/mcp#a"),
        usage("Unknown option", SERVER, "--unknown"),
        usage("cannot be read", SERVER, "--profile", "no-such-file.yaml"));
  }

  private static Arguments usage(String fault, String url, String... options) {
    return Arguments.of(fault, URI.create(url), options);
  }

  @ParameterizedTest
  @MethodSource("usages")
  void executeWhenUsageIsWrongThenSaysSoInOneLine(String fault, URI url, String[] options) {
    CommandLineRun run = new CommandLineRun(reports);
    assertThat(run.execute(url, options)).isEqualTo(2);
    assertThat(run.err())
        .startsWith("mcp-auth-tck: ")
        .contains(fault)
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @Test
  void executeWhenServerIsNotThereThenExitsWithTwo() {
    CommandLineRun run = new CommandLineRun(reports);
    assertThat(run.execute(URI.create("http://127.0.0.1:" + freePort() + "/mcp"))).isEqualTo(2);
    assertThat(run.err()).startsWith("mcp-auth-tck: there is no server at ").hasLineCount(1);
  }

  @Test
  void executeWhenIssuerPortIsTakenThenExitsWithTwo() throws IOException {
    CommandLineRun run = new CommandLineRun(reports);
    try (ReferenceServer server = reference(1);
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run.execute(server.endpoint(), "--issuer-port", "" + taken.getLocalPort()))
          .isEqualTo(2);
    }
    assertThat(run.err()).contains("the issuer cannot listen at 127.0.0.1:").hasLineCount(1);
  }
}
