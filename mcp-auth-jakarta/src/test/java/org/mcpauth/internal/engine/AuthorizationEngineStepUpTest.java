// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a caller is told that it lacks a scope. */
class AuthorizationEngineStepUpTest {

  private static final String GRANTED = "notes:read openid offline_access";

  private static FakeRequest call(Gate gate, @Nullable String revision) {
    if (revision != null && revision.equals("2026-07-28")) {
      return FakeRequest.rpc(
              "tools/call",
              "{\"name\":\"add_note\",\"arguments\":{},\"_meta\":{"
                  + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                  + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"Codex\"}}}")
          .header("MCP-Protocol-Version", revision)
          .header("Mcp-Method", "tools/call")
          .header("Mcp-Name", "add_note")
          .bearer(gate.token(GRANTED));
    }
    FakeRequest request = FakeRequest.tool("add_note").bearer(gate.token(GRANTED));
    return revision == null ? request : request.header("MCP-Protocol-Version", revision);
  }

  private static HttpAnswer answer(Gate gate, FakeRequest request) {
    AuthorizationEngine engine = gate.engine(NotesTools.class);
    Decision decision = engine.decide(request);
    assertThat(decision).isInstanceOf(Decision.Answered.class);
    return engine.answer((Decision.Answered) decision, request);
  }

  /** SCOPE-2: since 2026-07-28 clients unite the scopes, before that they replaced them. */
  @Test
  void decideWhenRevisionIsCurrentThenChallengeNamesTheOperationsScopes() {
    Gate gate = new Gate();

    assertThat(answer(gate, call(gate, "2026-07-28")).headers().get("WWW-Authenticate"))
        .startsWith("Bearer error=\"insufficient_scope\", scope=\"notes:read notes:write\", ");
  }

  /** PRM-5: never offline_access. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25", "latest"})
  void decideWhenRevisionIsOldThenChallengeNamesWhatIsGrantedToo(@Nullable String revision) {
    Gate gate = new Gate();

    assertThat(answer(gate, call(gate, revision)).headers().get("WWW-Authenticate"))
        .startsWith(
            "Bearer error=\"insufficient_scope\", scope=\"notes:read notes:write openid\", ");
  }

  @ParameterizedTest
  @CsvSource({
    "operation,2025-11-25,notes:read notes:write",
    "operation,2026-07-28,notes:read notes:write",
    "granted-plus-operation,2025-11-25,notes:read notes:write openid",
    "granted-plus-operation,2026-07-28,notes:read notes:write openid"
  })
  void decideWhenConfiguredThenTheRevisionDoesNotCount(
      String choice, String revision, String scopes) {
    Gate gate = new Gate("mcp.auth.challenge-scopes", choice);

    assertThat(answer(gate, call(gate, revision)).headers().get("WWW-Authenticate"))
        .startsWith("Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\", ");
  }

  /** RFC 9470 §3: the client asks for a new token here as well, and would lose the other scopes. */
  @ParameterizedTest
  @CsvSource({
    "auto,2025-11-25,notes:read notes:write openid",
    "auto,2026-07-28,notes:read notes:write",
    "operation,2025-11-25,notes:read notes:write",
    "granted-plus-operation,2026-07-28,notes:read notes:write openid"
  })
  void decideWhenAuthenticationIsTooOldThenScopesAreNamedAsInA403(
      String choice, String revision, String scopes) {
    Gate gate =
        new Gate("mcp.auth.challenge-scopes", choice, "mcp.auth.tools.\"add_note\".max-age", "300");

    HttpAnswer answer = answer(gate, call(gate, revision));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().get("WWW-Authenticate"))
        .startsWith(
            "Bearer error=\"insufficient_user_authentication\", scope=\"" + scopes + "\", ");
  }

  @Test
  void decideWhenToldAsToolErrorThenTheResultSaysWhatToAskFor() {
    Gate gate = new Gate("mcp.auth.insufficient-scope", "tool-error");

    HttpAnswer answer = answer(gate, call(gate, "2026-07-28"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "no-store")
        .doesNotContainKey("WWW-Authenticate");
    assertThat(answer.body())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\",\"content\":[{"
                + "\"type\":\"text\",\"text\":\"This tool was not called: the access token lacks"
                + " permission. It needs the scope(s) notes:read notes:write. Do not try again with"
                + " the same authorization. Ask the user to connect this server again and to grant"
                + " the missing permission.\"}],\"isError\":true,\"_meta\":{"
                + "\"mcp/www_authenticate\":[\"Bearer error=\\\"insufficient_scope\\\","
                + " scope=\\\"notes:read notes:write\\\", resource_metadata=\\\"https://mcp.example.com"
                + "/.well-known/oauth-protected-resource/mcp\\\", error_description=\\\"The access"
                + " token lacks a scope that this operation needs\\\"\"]}}}");
    assertThat(gate.eventNames())
        .containsExactly("TokenAccepted", "AccessDenied INSUFFICIENT_SCOPE");
  }

  /** Only the result of a tool is read by a model, and only a request has one. */
  @Test
  void decideWhenToldAsToolErrorAndNoToolIsCalledThen403() {
    Gate gate = new Gate("mcp.auth.insufficient-scope", "tool-error");

    for (FakeRequest request :
        new FakeRequest[] {
          FakeRequest.rpc("prompts/get", "{\"name\":\"summarize\"}"),
          FakeRequest.rpc("resources/read", "{\"uri\":\"notes://all\"}"),
          FakeRequest.post(
              "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"add_note\"}}")
        }) {
      assertThat(answer(gate, request.bearer(gate.token("x"))).status()).isEqualTo(403);
    }
  }

  /** A token that is not valid is not a matter of scopes. */
  @Test
  void decideWhenToldAsToolErrorAndTokenIsBadThen401() {
    Gate gate = new Gate("mcp.auth.insufficient-scope", "tool-error");

    assertThat(answer(gate, FakeRequest.tool("add_note")).status()).isEqualTo(401);
    assertThat(answer(gate, FakeRequest.tool("add_note").bearer("forged")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-18,,200",
    ",,200",
    "2025-11-25,,403",
    "2026-07-28,,403",
    "2026-07-28,codex,200",
    "2025-11-25,legacy-agent,200",
    "2025-11-25,legacy,403"
  })
  void decideWhenByClientThenWhoCannotStepUpIsToldAsToolError(
      @Nullable String revision, @Nullable String listed, int status) {
    Gate gate =
        new Gate(
            "mcp.auth.insufficient-scope",
            "both-by-client",
            "mcp.auth.tool-error-clients",
            listed == null ? "" : "other," + listed);

    FakeRequest request = call(gate, revision).header("User-Agent", "Legacy-Agent/1.2 (linux)");
    assertThat(answer(gate, request).status()).isEqualTo(status);
  }
}
