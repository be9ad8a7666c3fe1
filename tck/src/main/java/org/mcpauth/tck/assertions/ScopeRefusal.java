// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * What a token without the scopes of an operation is told (RFC 6750 §3.1).
 *
 * @param operation what was asked for
 * @param reply the 403
 * @param challenge the Bearer challenge in it
 */
record ScopeRefusal(Operation operation, Reply reply, Challenge challenge) {

  static final String CODE = "insufficient_scope";

  /** What a token with every scope may do. A server need not have every kind of operation. */
  static List<Operation> permitted(McpServer server) {
    String full = server.tokens().full();
    List<Operation> permitted =
        Operation.SCOPED.stream()
            .filter(operation -> server.send(operation, full).isSuccess())
            .toList();
    BlockedError.unless(
        !permitted.isEmpty(), "a token with every scope must be good for something", "nothing");
    return permitted;
  }

  /** What a token with every scope may do, and one with none of its scopes may not. */
  static List<Operation> guarded(McpServer server) {
    List<String> tokens = new ArrayList<>(List.of(server.tokens().low()));
    if (server.tokens() instanceof IssuedTokens issued) {
      tokens.add(issued.withScopes(List.of(Operation.BASELINE, "unlike:one", "unlike:two")));
    }
    List<Operation> guarded =
        permitted(server).stream()
            .filter(
                operation ->
                    tokens.stream().allMatch(token -> isRefused(server.send(operation, token))))
            .toList();
    BlockedError.unless(!guarded.isEmpty(), "some operation must need a scope", "none does");
    return guarded;
  }

  /** Whether nothing was done, and not by accident. */
  static boolean isRefused(Reply reply) {
    return !reply.isSuccess() && reply.status() < 500;
  }

  /** The refusals of a token with the baseline. That they are there is for other assertions. */
  static List<ScopeRefusal> all(McpServer server) {
    String low = server.tokens().low();
    List<ScopeRefusal> refusals =
        permitted(server).stream()
            .flatMap(operation -> of(operation, server.send(operation, low)).stream())
            .toList();
    BlockedError.unless(
        !refusals.isEmpty(), "some operation must answer 403 with a challenge", "none does");
    return refusals;
  }

  /** Of the challenges the one that is about scopes, or else the first. */
  static Optional<ScopeRefusal> of(Operation operation, Reply reply) {
    return reply.bearerChallenges().stream()
        .filter(challenge -> reply.status() == 403)
        .min(Comparator.comparing(challenge -> !isAboutScope(challenge)))
        .map(challenge -> new ScopeRefusal(operation, reply, challenge));
  }

  /** What tokens without the scopes of an operation must be told. */
  static void requireOf(McpServer server, Operation operation) {
    tokensWithout(server, operation)
        .forEach((lack, token) -> requireOf(lack, server.send(operation, token)));
  }

  private static Map<String, String> tokensWithout(McpServer server, Operation operation) {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("the baseline only", server.tokens().low());
    if (server.tokens() instanceof IssuedTokens issued) {
      List<String> others = new ArrayList<>(IssuedTokens.fullScopes());
      others.removeAll(operation.scopes());
      tokens.put("the scopes of other operations only", issued.withScopes(others));
    }
    return tokens;
  }

  private static void requireOf(String lack, Reply reply) {
    assertThat(reply.status()).as("%s: %s", lack, reply).isEqualTo(403);
    BlockedError.unless(
        !reply.bearerChallenges().isEmpty() || !Refusals.saysBearer(reply),
        "the challenge must be well-formed",
        reply);
    assertThat(reply.bearerChallenges())
        .as("a Bearer challenge of the error insufficient_scope, %s: %s", lack, reply)
        .anyMatch(ScopeRefusal::isAboutScope);
  }

  static boolean isAboutScope(Challenge challenge) {
    return challenge.parameter("error").equals(Optional.of(CODE));
  }
}
