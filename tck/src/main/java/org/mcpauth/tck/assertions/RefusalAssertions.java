// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Scopes;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** When a request is refused: the token first, then the scopes, and only then does anything run. */
public interface RefusalAssertions extends ServerTest {

  /** Checks that scopes are no matter before the token is valid. */
  @Scopes
  @Assertion(
      id = "expired-token-is-401-whatever-its-scope",
      strategy =
          "An expired token that lacks the tool's scopes too is answered 401 with the error"
              + " invalid_token, and is told none of those scopes")
  default void expiredTokenIs401WhateverItsScope(McpServer server) {
    TokenDraft expired = server.tokens().draft().expired();
    Reply full = server.send(Operation.SIMPLE_TEXT, expired.mint());
    BlockedError.unless(
        full.status() == 401 && errors(full).contains("invalid_token"),
        "an expired token with every scope must be refused for being expired",
        full);
    List<String> known = new ArrayList<>(scopes(full)); // what all are told has its own assertion
    known.addAll(scopes(server.send(server.call(Operation.SIMPLE_TEXT))));
    for (TokenDraft draft : underscoped(expired)) {
      Reply reply = server.send(Operation.SIMPLE_TEXT, draft.mint());
      assertThat(reply.status()).as("%s", reply).isEqualTo(401);
      assertThat(errors(reply)).as("%s", reply).containsOnly("invalid_token");
      List<String> told = scopes(reply).stream().filter(scope -> !known.contains(scope)).toList();
      assertThat(told)
          .as("scopes that nobody else is told: %s", reply)
          .doesNotContainAnyElementsOf(Operation.SIMPLE_TEXT.scopes());
    }
  }

  /** Checks that a refusal is no event. */
  @Scopes
  @Assertion(
      id = "refusal-comes-before-the-stream",
      strategy =
          "A token without the scopes is answered 403, and not in an event stream, also when the"
              + " client prefers event streams or wants to be told of progress")
  default void refusalComesBeforeTheStream(McpServer server) {
    String low = server.tokens().low();
    HttpCall plain = server.call(Operation.SIMPLE_TEXT).bearer(low);
    Reply usual = server.send(plain);
    BlockedError.unless(usual.status() == 403, "a token without scopes must be refused", usual);
    assertNoStream(usual);
    for (String accept :
        List.of(
            "text/event-stream, application/json",
            "text/event-stream, application/json;q=0.1",
            "application/json;q=0.5, text/event-stream;q=1, */*;q=0.1")) {
      assertNoStream(server.send(plain.with("Accept", accept)));
      assertNoStream(
          server.send(
              progressing(server, Operation.SIMPLE_TEXT).bearer(low).with("Accept", accept)));
    }
    Reply only = server.send(plain.with("Accept", "text/event-stream"));
    if (only.status() != 406 && only.status() != 400) { // both types must be acceptable, by MCP
      assertNoStream(only);
    }
  }

  /** Checks that a refusal comes before the deed. */
  @Scopes
  @Assertion(
      id = "refused-tool-does-not-run",
      strategy =
          "However often a tool is called with tokens that lack its scopes, with an unknown token"
              + " or with none, the count of its runs stays the same")
  default void refusedToolDoesNotRun(McpServer server) {
    ToolWatch watch = ToolWatch.ofCounted(server);
    refusable(server)
        .forEach(
            (variant, call) -> {
              Reply reply = server.send(call);
              BlockedError.unless(
                  ScopeRefusal.isRefused(reply), variant + " must be refused", reply);
              watch.assertIdle(variant, reply);
            });
    HttpCall notification =
        server
            .call(Operation.SIMPLE_TEXT)
            .body(server.message(Operation.SIMPLE_TEXT, true).toString());
    for (int time = 0; time < 3; time++) { // also one that runs later has run by the last time
      Reply reply = server.send(notification.bearer(server.tokens().low()));
      watch.assertIdle("a notification with a token without scopes", reply);
    }
  }

  private static Map<String, HttpCall> refusable(McpServer server) {
    HttpCall call = server.call(Operation.SIMPLE_TEXT);
    String low = server.tokens().low();
    Map<String, HttpCall> calls = new LinkedHashMap<>();
    calls.put("a token without scopes", call.bearer(low));
    calls.put("a wish for events", call.bearer(low).with("Accept", "text/event-stream, */*"));
    calls.put("a wish for progress", progressing(server, Operation.SIMPLE_TEXT).bearer(low));
    if (server.tokens() instanceof IssuedTokens issued) {
      for (String scope : Operation.SIMPLE_TEXT.scopes()) {
        calls.put(scope + " only", call.bearer(issued.withScopes(List.of(scope))));
      }
    }
    calls.put("an unknown token", call.bearer("unknown"));
    calls.put("no token", call);
    return calls;
  }

  private static HttpCall progressing(McpServer server, Operation operation) {
    JsonObject message = server.message(operation, false);
    JsonObject params = message.getJsonObject("params");
    JsonObject meta =
        Json.createObjectBuilder(
                params.containsKey("_meta")
                    ? params.getJsonObject("_meta")
                    : JsonObject.EMPTY_JSON_OBJECT)
            .add("progressToken", "tck-progress")
            .build();
    JsonObject changed = Json.createObjectBuilder(params).add("_meta", meta).build();
    return server
        .call(operation)
        .body(Json.createObjectBuilder(message).add("params", changed).build().toString());
  }

  private static List<TokenDraft> underscoped(TokenDraft draft) {
    return List.of(
        draft.scope(Operation.BASELINE),
        draft.scope(Operation.BASELINE, Operation.SIMPLE_TEXT.scopes().get(0)),
        draft.withoutClaim("scope"));
  }

  private static void assertNoStream(Reply reply) {
    assertThat(reply.status()).as("%s", reply).isEqualTo(403);
    assertThat(reply.contentType()).as("%s", reply).isNotEqualTo("text/event-stream");
  }

  private static List<String> errors(Reply reply) {
    return parameters(reply).flatMap(challenge -> challenge.parameter("error").stream()).toList();
  }

  private static List<String> scopes(Reply reply) {
    return parameters(reply).flatMap(challenge -> challenge.scopes().stream()).toList();
  }

  private static Stream<Challenge> parameters(Reply reply) {
    return reply.bearerChallenges().stream();
  }
}
