// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;

/** What an operation requires, and who has it. */
class AuthorizationEngineScopeTest {

  private static final String LACKS =
      ", resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\","
          + " error_description=\"The access token lacks a scope that this operation needs\"";

  private final Gate gate =
      new Gate("mcp.auth.scopes", "notes:read", "mcp.auth.challenge-scopes", "operation");
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  @Test
  void decideWhenScopeSufficesThenProceedsWithTokenAndBody() throws Exception {
    FakeRequest request =
        FakeRequest.tool("list_notes")
            .bearer(gate.token("notes:read other"))
            .header("Origin", "https://mcp.example.com");
    Decision.Proceed proceed = proceed(engine, request);

    assertThat(proceed.token().flatMap(AccessToken::subject)).contains("alice");
    assertThat(proceed.operation()).isEqualTo(McpOperation.tool("list_notes"));
    assertThat(
            new String(
                proceed.body().orElseThrow().stream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("\"name\":\"list_notes\"");
    assertThat(proceed.headers())
        .containsEntry("Access-Control-Allow-Origin", "https://mcp.example.com")
        .containsEntry(
            "Access-Control-Expose-Headers", "WWW-Authenticate, Mcp-Session-Id, DPoP-Nonce");
    assertThat(gate.eventNames()).containsExactly("TokenAccepted", "AccessGranted");
  }

  /** SCOPE-1 to SCOPE-3: every scope of this operation, granted or not, and no other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notes:read|notes:read notes:write",
        "notes:write|notes:read notes:write",
        "''|notes:read notes:write",
        "Notes:read NOTES:WRITE|notes:read notes:write",
        "notes:rea notes:writee|notes:read notes:write",
        "notes:admin notes:*|notes:read notes:write"
      })
  void decideWhenToolLacksScopeThen403WithEveryScope(String granted, String required) {
    HttpAnswer answer = answer(FakeRequest.tool("add_note").bearer(gate.token(granted)));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers())
        .isEqualTo(
            Map.of(
                "WWW-Authenticate",
                "Bearer error=\"insufficient_scope\", scope=\"" + required + "\"" + LACKS,
                "Cache-Control",
                "no-store",
                "Content-Type",
                "application/json"));
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"insufficient_scope\",\"error_description\":\"The access token lacks a"
                + " scope that this operation needs\",\"scope\":\""
                + required
                + "\"}");
    assertThat(gate.eventNames())
        .containsExactly("TokenAccepted", "AccessDenied INSUFFICIENT_SCOPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompts/get|{\"name\":\"summarize\"}|notes:read",
        "resources/read|{\"uri\":\"notes://all\"}|notes:read",
        "resources/subscribe|{\"uri\":\"notes://all\"}|notes:read",
        "resources/unsubscribe|{\"uri\":\"notes://all\"}|notes:read",
        "resources/read|{\"uri\":\"notes://secret/1\"}|notes:secret",
        "resources/read|{\"uri\":\"notes://secret/\"}|notes:secret",
        "completion/complete|{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"summarize\"}}|notes:read",
        "completion/complete|{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"notes://secret/{id}\"}}"
            + "|notes:secret"
      })
  void decideWhenPromptOrResourceLacksScopeThen403(String method, String params, String required) {
    assertThat(header(FakeRequest.rpc(method, params).bearer(gate.token(""))))
        .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + required + "\"" + LACKS);
    assertThat(engine.decide(FakeRequest.rpc(method, params).bearer(gate.token(required))))
        .isInstanceOf(Decision.Proceed.class);
  }

  /** A server that carries out what has no id must not be a way around. */
  @Test
  void decideWhenToolCallHasNoIdThenScopesCount() {
    String notification =
        "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"add_note\"}}";

    assertThat(answer(FakeRequest.post(notification).bearer(gate.token(""))).status())
        .isEqualTo(403);
  }

  @Test
  void decideWhenAnyOfSeveralThenOneIsEnough() {
    for (String one : List.of("notes:admin", "notes:audit")) {
      assertThat(engine.decide(FakeRequest.tool("audit").bearer(gate.token(one))))
          .isInstanceOf(Decision.Proceed.class);
    }
    assertThat(header(FakeRequest.tool("audit").bearer(gate.token("notes:read"))))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"notes:admin notes:audit\"" + LACKS);
  }

  @Test
  void decideWhenNothingIsRequiredThenAnyTokenIsEnough() {
    for (String name : List.of("whoami", "unknown_tool", "LIST_NOTES")) {
      assertThat(engine.decide(FakeRequest.tool(name).bearer(gate.token(""))))
          .isInstanceOf(Decision.Proceed.class);
    }
    assertThat(engine.decide(FakeRequest.rpc("tools/list", "{}").bearer(gate.token(""))))
        .isInstanceOf(Decision.Proceed.class);
  }

  /** SCOPE-6. */
  @Test
  void decideWhenBroaderScopeImpliesThenProceeds() {
    Gate hierarchy =
        new Gate(
                "mcp.auth.scope-hierarchy.\"notes:admin\"",
                "notes:write",
                "mcp.auth.scope-hierarchy.\"notes:write\"",
                "notes:read")
            .implying(scope -> scope.equals("root") ? Scopes.of("notes:admin") : Scopes.none());
    AuthorizationEngine broad = hierarchy.engine(NotesTools.class);

    for (String scope : List.of("notes:write", "notes:admin", "root")) {
      assertThat(broad.decide(FakeRequest.tool("add_note").bearer(hierarchy.token(scope))))
          .isInstanceOf(Decision.Proceed.class);
    }
    assertThat(broad.decide(FakeRequest.tool("add_note").bearer(hierarchy.token("notes:read"))))
        .isInstanceOf(Decision.Challenged.class);
  }

  /** RFC 8693 §4.1: the actor's rights are not the caller's. */
  @Test
  void decideWhenOnlyActorHasScopeThen403() {
    String token =
        gate.issuer
            .token(gate.clock)
            .claim("act", Map.of("sub", "agent", "scope", "notes:read"))
            .sign();

    assertThat(answer(FakeRequest.tool("list_notes").bearer(token)).status()).isEqualTo(403);
  }

  private HttpAnswer answer(FakeRequest request) {
    return AuthorizationEngineTest.answer(engine, request);
  }

  private String header(FakeRequest request) {
    return AuthorizationEngineTest.header(engine, request);
  }

  private static Decision.Proceed proceed(AuthorizationEngine engine, FakeRequest request) {
    Decision decision = engine.decide(request);
    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    return (Decision.Proceed) decision;
  }
}
