// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.mcpauth.devserver.DevAuthorizationServer;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void executeWhenPortInUseThenOneLineAndExitCode() {
    try (DevAuthorizationServer other = DevAuthorizationServer.builder().port(0).start()) {
      int exitCode = run("--port", String.valueOf(other.port()));

      assertThat(exitCode).isEqualTo(2);
      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .startsWith("mcp-auth-devserver: port " + other.port() + " is in use");
    }
  }

  @Test
  void executeWhenHostNotLoopbackThenRefuses() {
    assertThat(run("--port", "0", "--host", "0.0.0.0")).isEqualTo(2);
    assertThat(err.toString()).contains("loopback only");
  }

  @Test
  void executeWhenLifetimeOrAlgorithmBadThenUsage() {
    assertThat(run("--token-lifetime", "0")).isEqualTo(2);
    assertThat(run("--key-algorithm", "none")).isEqualTo(2);
    assertThat(err.toString()).contains("RS256, ES256, EdDSA");
  }

  @Test
  void executeWhenHelpThenListsOptions() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--interactive", "--scopes", "--opaque-tokens");
  }

  private int run(String... args) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
