// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** The replies to those who are turned away, as the assertions about challenges want them. */
final class Refusals {

  /** Looks like a token, and no issuer made it. */
  static final String INVALID_TOKEN = "no-token-of-any-issuer";

  private static final List<String> PARAMETERS =
      List.of("error", "error_description", "error_uri", "scope", "resource_metadata");

  private static final Pattern BEARER = Pattern.compile("(?i)(.*,)?\\s*Bearer(\\s.*|,.*)?");

  private Refusals() {}

  /** The reply to a tool call without a token; blocked unless it is a 401 that says Bearer. */
  static Reply withoutToken(McpServer server) {
    return withoutToken(server, Operation.SIMPLE_TEXT);
  }

  /** The same for another operation. */
  static Reply withoutToken(McpServer server, Operation operation) {
    Reply reply = server.send(server.call(operation));
    BlockedError.unless(
        reply.status() == 401 && saysBearer(reply),
        operation + " without a token must be challenged",
        reply);
    return reply;
  }

  /** Whether there is a Bearer challenge, be it well-formed or not. */
  static boolean saysBearer(Reply reply) {
    return reply.headers("WWW-Authenticate").stream()
        .anyMatch(line -> BEARER.matcher(line).matches());
  }

  /** The first Bearer challenge; blocked unless it says something. */
  static Challenge challenge(Reply reply) {
    Optional<Challenge> challenge = read(reply).filter(read -> !read.parameters().isEmpty());
    BlockedError.unless(
        challenge.isPresent(), "there must be a Bearer challenge with parameters", reply);
    return challenge.orElseThrow();
  }

  /**
   * The first Bearer challenge. One that is malformed, which has an assertion of its own, is read
   * as well as it can be, so that the others come to their point.
   */
  static Optional<Challenge> read(Reply reply) {
    return reply.bearerChallenges().stream()
        .findFirst()
        .or(() -> Optional.of(reply).filter(Refusals::saysBearer).map(Refusals::leniently));
  }

  private static Challenge leniently(Reply reply) {
    SimpleClient client = new SimpleClient(reply);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : PARAMETERS) {
      client.parameter(name).ifPresent(value -> parameters.put(name, value));
    }
    return new Challenge("Bearer", parameters);
  }

  /** Another token that begins like a valid one: under a wrong signature, if it is a JWT. */
  static String forged(String token) {
    int signature = token.lastIndexOf('.') + 1;
    return signature == 0
        ? token + "0"
        : token.substring(0, signature) + "AAAAAAAAAA" + token.substring(signature + 10);
  }

  /** A reply without a token, one to an invalid token, and one to a token that lacks a scope. */
  static List<Reply> all(McpServer server) {
    return List.of(
        withoutToken(server),
        server.send(Operation.SIMPLE_TEXT, INVALID_TOKEN),
        server.send(Operation.SIMPLE_TEXT, server.tokens().low()));
  }

  /** No scope helps: a client that is told to ask for one would ask again and again. */
  static void assertForbidden(String what, Reply reply) {
    assertThat(reply.status()).as("%s: %s", what, reply).isEqualTo(403);
    assertThat(reply.result()).as("%s: %s", what, reply).isEmpty();
    assertThat(reply.bearerChallenges())
        .as("challenges to ask for a scope, %s: %s", what, reply)
        .noneMatch(ScopeRefusal::isAboutScope)
        .noneMatch(challenge -> challenge.parameter("scope").isPresent());
  }
}
