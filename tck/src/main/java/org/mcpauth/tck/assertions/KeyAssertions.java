// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.McpServer;

/** Where keys come from: the issuer that the server trusts, and never the token. */
public interface KeyAssertions extends ServerTest {

  /** Checks that a token cannot bring its own key along, nor make the server fetch one. */
  @Core
  @Assertion(
      id = "embedded-key-is-ignored",
      strategy =
          "A token that a foreign key signed, which the token brings along in jwk or points to by"
              + " jku, x5u or kid, is refused with 401, and nothing is fetched from there, not"
              + " even for a good token")
  default void embeddedKeyIsIgnored(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    String genuineKey = CompactToken.of(draft.mint()).keyId();
    try (KeyTrap trap = new KeyTrap(server.tokens().issuer().minter().foreignJwks())) {
      TokenDraft jwk = draft.embeddedJwk();
      TokenDraft jku = draft.foreignJku(trap.jwkSet());
      TokenDraft x5u = draft.foreignX5u(trap.certificate());
      List<Hostile> tokens = new ArrayList<>();
      tokens.add(
          Hostile.of(
              "kid is a URL", jwk.withoutHeader("jwk").header("kid", trap.jwkSet().toString())));
      for (TokenDraft way : List.of(jwk, jku, x5u)) {
        String name = way == jwk ? "jwk" : way == jku ? "jku" : "x5u";
        tokens.add(Hostile.of(name, way));
        tokens.add(Hostile.of(name + " and no kid", way.noKeyId()));
        tokens.add(Hostile.of(name + " and the issuer's kid", way.header("kid", genuineKey)));
      }
      Trial.assertRefused(server, tokens);
      // Whether these are taken is left open: their signature is good.
      server.send(Trial.ASKED, draft.header("jku", trap.jwkSet().toString()).mint());
      server.send(Trial.ASKED, draft.header("x5u", trap.certificate().toString()).mint());
      assertThat(trap.visits()).as("requests to where tokens point").isEmpty();
    }
  }

  /**
   * Checks that keys are fetched again. It comes last, since a server that does not follow takes no
   * token afterwards.
   */
  @Core
  @Order(Integer.MAX_VALUE)
  @Assertion(
      id = "rotated-key-is-followed",
      strategy =
          "The issuer signs with a new key: its tokens are accepted within 45 seconds, and those"
              + " under the key before it, which is still published, are too")
  default void rotatedKeyIsFollowed(McpServer server) {
    String before = server.tokens().full();
    Trial.requireAccepted(server, before);
    server.tokens().issuer().rotateKeys();
    Reply after = firstAccepted(server, server.tokens().full());
    assertThat(after.isSuccess()).as("a token under the new key: %s", after).isTrue();
    Reply old = server.send(Trial.ASKED, before);
    assertThat(old.isSuccess()).as("a token under the key before: %s", old).isTrue();
  }

  /**
   * Servers may not fetch keys as often as tokens ask for it; the libraries that they use allow it
   * every 30 seconds at least.
   */
  private static Reply firstAccepted(McpServer server, String token) {
    long patience = Duration.ofSeconds(45).toNanos();
    long start = System.nanoTime();
    Reply reply = server.send(Trial.ASKED, token);
    while (!reply.isSuccess() && System.nanoTime() - start < patience) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      reply = server.send(Trial.ASKED, token);
    }
    return reply;
  }
}
