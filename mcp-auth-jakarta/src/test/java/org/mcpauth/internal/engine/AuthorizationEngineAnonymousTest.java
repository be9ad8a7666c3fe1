// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessGranted;

/** What is open to everybody, and nothing else. */
class AuthorizationEngineAnonymousTest {

  @Test
  void decideWhenToolIsAnonymousThenNeedsNoToken() {
    Gate open = new Gate("mcp.auth.anonymous.tools", "search");
    AuthorizationEngine half = open.engine(NotesTools.class);
    Decision.Proceed proceed = proceed(half, FakeRequest.tool("search"));

    assertThat(proceed.token()).isEmpty();
    assertThat(proceed.body()).isPresent();
    assertThat(open.events.get(0))
        .isEqualTo(
            new AccessGranted(
                open.clock.instant(),
                open.settings.resources().get(0).resource(),
                proceed.correlationId(),
                McpOperation.tool("search"),
                null));
  }

  @Test
  void decideWhenToolIsAnonymousAndTokenComesThenTokenIsVerified() {
    Gate open = new Gate("mcp.auth.anonymous.tools", "search");
    AuthorizationEngine half = open.engine(NotesTools.class);

    assertThat(proceed(half, FakeRequest.tool("search").bearer(open.token(""))).token())
        .isPresent();
    assertThat(
            AuthorizationEngineTest.answer(half, FakeRequest.tool("search").bearer("garbage"))
                .status())
        .isEqualTo(401);
  }

  /** Otherwise whoever drops the token would get more than whoever shows it. */
  @Test
  void decideWhenToolIsAnonymousThenProvidersDoNotMakeItHarder() {
    Gate open =
        new Gate("mcp.auth.anonymous.tools", "search").requiring(call -> Scopes.of("tenant:a"));
    AuthorizationEngine half = open.engine(NotesTools.class);

    assertThat(proceed(half, FakeRequest.tool("search")).token()).isEmpty();
    assertThat(proceed(half, FakeRequest.tool("search").bearer(open.token(""))).token())
        .isPresent();
  }

  @Test
  void decideWhenSomethingElseIsAnonymousThenBaseChallenge() {
    Gate open =
        new Gate(
            "mcp.auth.anonymous.tools",
            "search",
            "mcp.auth.anonymous.methods",
            "tools/list,initialize");
    AuthorizationEngine half = open.engine(NotesTools.class);

    assertThat(proceed(half, FakeRequest.rpc("tools/list", "{}")).token()).isEmpty();
    for (FakeRequest request :
        List.of(
            FakeRequest.tool("list_notes"),
            FakeRequest.tool("whoami"),
            FakeRequest.tool("Search"),
            FakeRequest.rpc("prompts/get", "{\"name\":\"search\"}"),
            FakeRequest.rpc("prompts/list", "{}"),
            new FakeRequest("GET"))) {
      HttpAnswer answer = AuthorizationEngineTest.answer(half, request);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().get("WWW-Authenticate")).startsWith("Bearer resource_metadata=");
    }
  }

  /** Whether a message is well-formed is told to those who may send one. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"jsonrpc\":\"2.0\"}"})
  void decideWhenAnonymousSendsMalformedMessageThen401(String message) {
    AuthorizationEngine half =
        new Gate("mcp.auth.anonymous.tools", "search").engine(NotesTools.class);

    assertThat(AuthorizationEngineTest.answer(half, FakeRequest.post(message)).status())
        .isEqualTo(401);
  }

  @Test
  void decideWhenAnonymousNamesTwoToolsThen401() {
    AuthorizationEngine half =
        new Gate("mcp.auth.anonymous.tools", "search").engine(NotesTools.class);
    String twice =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"search\",\"name\":\"audit\"}}";

    assertThat(AuthorizationEngineTest.answer(half, FakeRequest.post(twice)).status())
        .isEqualTo(401);
    assertThat(
            AuthorizationEngineTest.answer(
                    half, FakeRequest.tool("search").header("Mcp-Name", "audit"))
                .status())
        .isEqualTo(401);
  }

  private static Decision.Proceed proceed(AuthorizationEngine engine, FakeRequest request) {
    Decision decision = engine.decide(request);
    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    return (Decision.Proceed) decision;
  }
}
