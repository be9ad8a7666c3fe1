// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.requirement.FakeToken;
import org.mcpauth.internal.settings.TestSettings;

class AuditLogTest {

  private static final String HEAD = "{\"time\":\"2026-11-21T20:15:30.123456Z\",\"decision\":";
  private static final String TAIL = ",\"correlation_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}";

  private static List<String> lines(AuthorizationEvent event, String... settings) {
    List<String> lines = new ArrayList<>();
    AuditLog.of(TestSettings.of(settings).observability(), JsonProvider.provider(), lines::add)
        .ifPresent(log -> log.record(event, Duration.ZERO));
    return lines;
  }

  private static String line(AuthorizationEvent event, String... settings) {
    List<String> lines = lines(event, settings);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void recordWhenScopeIsMissingThenSaysWhoWhatAndWhy() {
    AuthorizationEvent event =
        Told.denied(
            Reason.INSUFFICIENT_SCOPE,
            Scopes.of("notes:read", "notes:write"),
            McpOperation.tool("add_note"),
            Told.ALICE);

    // printf '%s %s' https://issuer.example.com alice | sha256sum
    assertThat(line(event))
        .isEqualTo(
            HEAD
                + "\"denied\",\"reason\":\"insufficient_scope\","
                + "\"resource\":\"https://mcp.example.com/mcp\",\"operation_kind\":\"tool\","
                + "\"operation_name\":\"add_note\",\"issuer\":\"https://issuer.example.com\","
                + "\"subject\":\"sha256:6c14a65b0e158c746c7261bf26f2794f9ff1f20212098d06dc3e04286cc4e503\","
                + "\"client_id\":\"notes-app\",\"granted_scopes\":\"notes:read openid\","
                + "\"required_scopes\":\"notes:read notes:write\""
                + TAIL);
  }

  @Test
  void recordWhenScopeIsMissingThenLineIsThatOfTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "observability.md"));

    assertThat(page)
        .contains(
            line(
                Told.denied(
                    Reason.INSUFFICIENT_SCOPE,
                    Scopes.of("notes:read", "notes:write"),
                    McpOperation.tool("add_note"),
                    Told.ALICE)));
  }

  /** Somebody has to be able to look up what a line means. */
  @Test
  void documentationWhenReasonsAreComparedThenHasAll() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "observability.md"));

    assertThat(Reason.values())
        .allSatisfy(reason -> assertThat(page).contains("| `" + Decided.lowerCase(reason) + "` |"));
  }

  @Test
  void recordWhenNothingIsKnownThenSaysNothingAboutIt() {
    assertThat(line(Told.denied(Reason.NO_CREDENTIALS)))
        .isEqualTo(
            HEAD
                + "\"denied\",\"reason\":\"no_credentials\","
                + "\"resource\":\"https://mcp.example.com/mcp\""
                + TAIL);
  }

  @Test
  void recordWhenGrantedThenOnlyIfAllAreWanted() {
    AuthorizationEvent granted = Told.granted(McpOperation.resource("notes://1"), null);

    assertThat(lines(granted)).isEmpty();
    assertThat(line(granted, "mcp.auth.audit", "all"))
        .isEqualTo(
            HEAD
                + "\"granted\",\"resource\":\"https://mcp.example.com/mcp\","
                + "\"operation_kind\":\"resource\",\"operation_name\":\"notes://1\""
                + TAIL);
  }

  @Test
  void recordWhenSwitchedOffThenNoLine() {
    assertThat(lines(Told.denied(Reason.FORBIDDEN), "mcp.auth.audit", "off")).isEmpty();
  }

  /** They are part of the decision that follows. */
  @Test
  void recordWhenTokenWasLookedAtThenNoLineOfItsOwn() {
    assertThat(lines(Told.accepted(), "mcp.auth.audit", "all")).isEmpty();
    assertThat(lines(Told.rejected(), "mcp.auth.audit", "all")).isEmpty();
  }

  @Test
  void recordWhenSubjectIsWantedThenPlainOrNotAtAll() {
    AuthorizationEvent event = Told.denied(Reason.FORBIDDEN, Scopes.none(), null, Told.ALICE);

    assertThat(line(event, "mcp.auth.audit.subject", "plain")).contains(",\"subject\":\"alice\",");
    assertThat(line(event, "mcp.auth.audit.subject", "none"))
        .contains("\"issuer\"")
        .doesNotContain("alice", "sha256", "subject");
  }

  /** Whatever a viewer takes for a line end, for the end of a string, or for a command. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\n{\"decision\":\"granted\"}",
        "a\u2028b\u2029c\u0085d",
        "\u001b[2J\u0007\u009b\u007f\u0000",
        "quote\" backslash\\ \",\"decision\":\"granted",
        "\u202egnp.exe\u2066",
        "\ud83d\ude00 caf\u00e9",
      })
  void recordWhenNameIsHostileThenOneLineOfPrintableAscii(String name) {
    AccessToken token = FakeToken.of(Map.of("client_id", name), "a");
    AuthorizationEvent event =
        Told.denied(Reason.FORBIDDEN, Scopes.none(), McpOperation.tool(name), token);
    String line = line(event);

    assertThat(line).matches("[ -~]+");
    JsonObject read = Json.createReader(new StringReader(line)).readObject();
    assertThat(read.getString("operation_name")).isEqualTo(name);
    assertThat(read.getString("client_id")).isEqualTo(name);
    assertThat(read.getString("decision")).isEqualTo("denied");
  }

  @Test
  void recordWhenNamesAreLongThenCut() {
    String name = "x".repeat(255) + "\ud83d\ude00".repeat(1000);
    AccessToken token = FakeToken.of(Map.of("client_id", name), "s".repeat(5000));
    AuthorizationEvent event =
        Told.denied(Reason.FORBIDDEN, Scopes.none(), McpOperation.tool(name), token);
    JsonObject read = Json.createReader(new StringReader(line(event))).readObject();

    assertThat(read.getString("operation_name")).isEqualTo("x".repeat(255) + "...");
    assertThat(read.getString("client_id")).isEqualTo("x".repeat(255) + "...");
    assertThat(read.getString("granted_scopes")).isEqualTo("s".repeat(1024) + "...");
  }
}
