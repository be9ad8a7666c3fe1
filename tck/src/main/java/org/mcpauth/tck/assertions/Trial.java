// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * Shows credentials to a server and judges what comes of it. Refused means 401 and no result: what
 * the challenge says is checked by {@code garbage-token-is-challenged} alone, so that one fault has
 * one failure.
 */
final class Trial {

  /** What is asked for: hostile tokens have its scopes, so that only their fault stands out. */
  static final Operation ASKED = Operation.SIMPLE_TEXT;

  private static final int AGAIN = 2;

  private Trial() {}

  /** A call of what is asked for, without any credentials. */
  static HttpCall call(McpServer server) {
    return server.call(ASKED);
  }

  /** A draft, if this run has an issuer; for assertions that have a point without one as well. */
  static Optional<TokenDraft> draft(McpServer server) {
    return server.tokens() instanceof IssuedTokens issued
        ? Optional.of(issued.draft())
        : Optional.empty();
  }

  /** Refusals prove nothing of a server that refuses everything. */
  static Reply requireAccepted(McpServer server, String token) {
    Reply reply = server.send(ASKED, token);
    BlockedError.unless(reply.isSuccess(), "a valid token must be accepted", reply);
    return reply;
  }

  static Reply requireAccepted(McpServer server) {
    return requireAccepted(server, server.tokens().full());
  }

  /** What is no credential at all is answered as a call without one is. */
  static void requireChallenged(McpServer server) {
    Reply reply = server.send(call(server));
    boolean challenged = reply.status() == 401 && !reply.bearerChallenges().isEmpty();
    BlockedError.unless(challenged, "a call without a token must be challenged", reply);
  }

  /**
   * Each comes right after a valid token, and once more after its own refusal: what is remembered
   * of either must not help it.
   */
  static void assertRefused(McpServer server, List<Hostile> tokens) {
    for (Hostile hostile : tokens) {
      requireAccepted(server);
      for (int i = 0; i < AGAIN; i++) {
        assertRefused(hostile.what(), server.send(ASKED, hostile.token()));
      }
    }
  }

  static void assertRefused(String what, Reply reply) {
    assertThat(reply.status()).as("%s: %s", what, reply).isEqualTo(401);
    assertThat(reply.result()).as("%s: %s", what, reply).isEmpty();
  }

  /** For requests whose right status is another assertion's business. */
  static void assertNotAccepted(String what, Reply reply) {
    assertThat(reply.status()).as("%s: %s", what, reply).isBetween(400, 499);
    assertThat(reply.result()).as("%s: %s", what, reply).isEmpty();
  }

  /** For requests that a server may call malformed just as well (RFC 6750 §3.1). */
  static void assertRefusedOrMalformed(String what, Reply reply) {
    assertThat(reply.status()).as("%s: %s", what, reply).isIn(400, 401);
    assertThat(reply.result()).as("%s: %s", what, reply).isEmpty();
  }

  /** The server lives on. A connection may turn out to be closed only when it is used again. */
  static void assertStillAnswers(McpServer server, String after) {
    HttpCall usual = call(server).bearer(server.tokens().full());
    Optional<Reply> answered =
        Stream.generate(() -> server.send(usual))
            .limit(3)
            .filter(reply -> reply.status() != Reply.CLOSED)
            .findFirst();
    assertThat(answered.filter(Reply::isSuccess))
        .as("success of a usual call after %s: %s", after, answered)
        .isPresent();
  }
}
