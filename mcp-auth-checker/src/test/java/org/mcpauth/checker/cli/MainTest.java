// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mcpauth.checker.report.Check;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.Faults.Endpoint;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class MainTest {

  private static final String RESOURCE = "http://localhost:8080/mcp";

  private final DevAuthorizationServer server;
  private final String issuer;

  @TempDir private Path files = Path.of("target");

  MainTest(DevAuthorizationServer server) {
    this.server = server;
    this.issuer = server.issuer().toString();
  }

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  @Test
  void executeWhenIssuerIsGoodThenZeroAndPlainText() {
    CommandLineRun run = CommandLineRun.of("check", issuer);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Issuer    " + issuer + System.lineSeparator() + "Metadata  " + issuer)
        .contains("OK       pkce-s256                    S256" + System.lineSeparator())
        .endsWith(
            "0 errors, 0 warnings. MCP clients can work with this issuer, as far as can be seen from"
                + " outside."
                + System.lineSeparator());
    assertThat(run.out().chars().filter(c -> c != '\n' && c != '\r'))
        .allMatch(c -> c >= ' ' && c < 0x7f);
  }

  @Test
  void executeWhenIssuerHasErrorThenOneAndErrorComesFirst() {
    server.faults().unavailable(Endpoint.JWKS);
    CommandLineRun run = CommandLineRun.of("check", issuer);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines().skip(4).limit(3))
        .containsExactly(
            "ERROR    jwks-keys                    status 503",
            "                                      -> Answer at jwks_uri with status 200 and a JWK"
                + " Set.",
            "                                      [RFC 7517 section 5; RFC 9068 section 4]");
    assertThat(run.out()).contains("1 error, 0 warnings. MCP clients or servers cannot work");
  }

  @Test
  void executeWhenJsonIsWantedThenItCanBeRead() {
    CommandLineRun run = CommandLineRun.of("check", "--json", issuer);
    assertThat(run.exitCode()).isZero();
    JsonObject report = json(run.out());
    assertThat(report.keySet())
        .containsExactly(
            "formatVersion",
            "issuer",
            "time",
            "compatible",
            "metadataLocation",
            "counts",
            "findings");
    assertThat(report.getInt("formatVersion")).isEqualTo(1);
    assertThat(report.getString("issuer")).isEqualTo(issuer);
    assertThat(Instant.parse(report.getString("time"))).isBefore(Instant.now().plusSeconds(1));
    assertThat(report.getBoolean("compatible")).isTrue();
    assertThat(report.getJsonObject("counts").keySet())
        .containsExactly("error", "warning", "info", "ok");
    assertThat(report.getJsonObject("counts").getInt("error")).isZero();
    assertThat(report.getJsonArray("findings").getValuesAs(JsonObject.class))
        .filteredOn(finding -> finding.getString("id").equals("pkce-s256"))
        .singleElement()
        .hasToString(
            "{\"id\":\"pkce-s256\",\"severity\":\"ok\",\"clause\":\""
                + Check.PKCE_S256.clause()
                + "\",\"seen\":\"S256\"}");
  }

  @Test
  void executeWhenJsonAndNoMetadataThenOneAndNoLocation() {
    server.faults().answer(Endpoint.DISCOVERY, 404, "text/plain", "");
    CommandLineRun run = CommandLineRun.of("check", "--json", issuer);
    assertThat(run.exitCode()).isEqualTo(1);
    JsonObject report = json(run.out());
    assertThat(report.containsKey("metadataLocation")).isFalse();
    assertThat(report.getBoolean("compatible")).isFalse();
    JsonObject finding = report.getJsonArray("findings").getJsonObject(1);
    assertThat(finding.keySet()).containsExactly("id", "severity", "clause", "seen", "advice");
    assertThat(finding.get("severity")).isInstanceOf(JsonString.class).hasToString("\"error\"");
  }

  @Test
  void executeWhenSecretIsGivenThenTokenIsReadAndNothingOfItPrinted() throws IOException {
    Path file = Files.writeString(files.resolve("secret"), "dev\n");
    Stream.of(
            CommandLineRun.of(token("--client-secret", "dev")),
            CommandLineRun.of(token("--client-secret-file", file.toString())),
            CommandLineRun.of(Map.of("SECRET", "dev"), token("--client-secret-env", "SECRET")))
        .forEach(
            run -> {
              assertThat(run.exitCode()).isZero();
              assertThat(run.out())
                  .contains("resource-indicators          aud is " + RESOURCE)
                  .doesNotContain("eyJ");
            });
  }

  private String[] token(String option, String value) {
    return new String[] {
      "check", "--client-id=dev", "--resource", RESOURCE, "--scope", "a,b", option, value, issuer
    };
  }

  @Test
  void executeWhenSecretFileIsLargeThenTwo() throws IOException {
    Path file = Files.writeString(files.resolve("large"), "x".repeat(8193));
    CommandLineRun run = CommandLineRun.of(token("--client-secret-file", file.toString()));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the file is too large").hasLineCount(1);
  }

  @Test
  void executeWhenNobodyAnswersThenTwoAndOneLine() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    CommandLineRun run = CommandLineRun.of("check", "--json", "http://127.0.0.1:" + port);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("mcp-auth-checker: the issuer does not answer: http://127.0.0.1:" + port)
        .hasLineCount(1);
  }

  @Test
  void executeWhenHelpIsWantedThenListsOptionsAndExitCodes() {
    CommandLineRun run = CommandLineRun.of("check", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("--json", "--client-secret-file", "--resource", "--timeout", "Exit codes:");
    assertThat(CommandLineRun.of("--help").out()).contains("check", "--version");
  }

  @Test
  void executeWhenVersionIsWantedThenZero() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isNotBlank().hasLineCount(1);
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
