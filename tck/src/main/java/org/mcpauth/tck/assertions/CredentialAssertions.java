// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** What comes of an Authorization header, good or bad (RFC 6750 §2.1 and §3.1). */
public interface CredentialAssertions extends ServerTest {

  /** Checks that the server is there for those who may use it. */
  @Core
  @Assertion(
      id = "valid-token-is-accepted",
      strategy =
          "A tool call with a token that has its scopes succeeds, more than once, and so does a"
              + " list with a token that has the baseline only")
  default void validTokenIsAccepted(McpServer server) {
    String full = server.tokens().full();
    for (int i = 0; i < 3; i++) {
      Reply reply = server.send(Trial.ASKED, full);
      assertThat(reply.isSuccess()).as("time %d: %s", i + 1, reply).isTrue();
    }
    String low = server.tokens().low();
    Reply list = server.inSessionOf(low).send(Operation.of("tools/list"), low);
    assertThat(list.isSuccess()).as("the baseline only: %s", list).isTrue();
  }

  /** Checks the name of the scheme. */
  @Core
  @Assertion(
      id = "scheme-is-case-insensitive",
      strategy = "A valid token is accepted under Bearer in lower, upper and mixed case")
  default void schemeIsCaseInsensitive(McpServer server) {
    String full = server.tokens().full();
    Trial.requireAccepted(server, full);
    for (String scheme : List.of("bearer", "BEARER", "bEaReR")) {
      Reply reply = server.send(Trial.call(server).with("Authorization", scheme + " " + full));
      assertThat(reply.isSuccess()).as("%s: %s", scheme, reply).isTrue();
    }
  }

  /**
   * Checks what the refusal of a token says. Whether tokens of an issuer are refused is not here.
   */
  @Core
  @Assertion(
      id = "garbage-token-is-challenged",
      strategy =
          "Something that is no token is answered 401 with error=\"invalid_token\" and the"
              + " resource_metadata of the challenge without a token; so is each token that is"
              + " refused with 401")
  default void garbageTokenIsChallenged(McpServer server) {
    Trial.requireChallenged(server);
    Optional<String> metadata = metadata(server.send(Trial.call(server)));
    for (String garbage : BadCredentials.garbage()) {
      Reply reply = server.send(Trial.ASKED, garbage);
      Trial.assertRefused("\"" + garbage + "\"", reply);
      assertInvalidToken("\"" + garbage + "\"", reply, metadata);
    }
    for (Hostile hostile : hostile(server)) {
      Reply reply = server.send(Trial.ASKED, hostile.token());
      if (reply.status() == 401) {
        assertInvalidToken(hostile.what(), reply, metadata);
      }
    }
  }

  private static void assertInvalidToken(String what, Reply reply, Optional<String> metadata) {
    assertThat(reply.bearerChallenges())
        .as("%s: %s", what, reply)
        .extracting(challenge -> challenge.parameter("error").orElse("none"))
        .contains("invalid_token");
    if (metadata.filter(url -> url.startsWith("http")).isPresent()) {
      assertThat(metadata(reply)).as("%s: %s", what, reply).isEqualTo(metadata);
    }
  }

  private static Optional<String> metadata(Reply reply) {
    return reply.bearerChallenges().stream()
        .map(challenge -> challenge.parameter("resource_metadata"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<Hostile> hostile(McpServer server) {
    return Trial.draft(server).stream()
        .flatMap(draft -> Hostile.ofEveryKind(draft).stream())
        .toList();
  }

  /** Checks what is no Bearer credential, though it says so. */
  @Core
  @Assertion(
      id = "malformed-credentials-are-refused",
      strategy =
          "An Authorization header that does not fit the grammar of RFC 6750, also if it contains"
              + " a valid token, is answered 400 or 401")
  default void malformedCredentialsAreRefused(McpServer server) {
    String full = server.tokens().full();
    Trial.requireAccepted(server, full);
    Trial.requireChallenged(server);
    BadCredentials.malformed(full)
        .forEach(
            (what, value) ->
                Trial.assertRefusedOrMalformed(
                    what, server.send(Trial.call(server).with("Authorization", value))));
  }

  /** Checks what is no Bearer credential and does not say so. */
  @Core
  @Assertion(
      id = "other-scheme-is-challenged",
      strategy =
          "Credentials of another scheme than Bearer, also if they contain a valid token, are"
              + " answered 401 with a Bearer challenge")
  default void otherSchemeIsChallenged(McpServer server) {
    String full = server.tokens().full();
    Trial.requireAccepted(server, full);
    Trial.requireChallenged(server);
    for (String scheme :
        List.of("Basic dXNlcjpwYXNzd29yZA==", "Negotiate YII=", "Digest username=\"u\"")) {
      assertChallenged(scheme, server, scheme);
    }
    for (String scheme : List.of("Token", "JWT", "Basic", "BearerX", "X-Bearer", "OAuth")) {
      assertChallenged(scheme + " with a valid token", server, scheme + " " + full);
    }
  }

  private static void assertChallenged(String what, McpServer server, String value) {
    Reply reply = server.send(Trial.call(server).with("Authorization", value));
    Trial.assertRefused(what, reply);
    assertThat(reply.bearerChallenges()).as("%s: %s", what, reply).isNotEmpty();
  }

  /** Checks that nobody can keep the server busy with one header. */
  @Core
  @Assertion(
      id = "huge-token-is-refused",
      strategy =
          "Credentials of 10 kB and 100 kB that are no token are answered 4xx, or the connection is"
              + " closed, and the server answers the next call")
  default void hugeTokenIsRefused(McpServer server) {
    Trial.requireAccepted(server);
    for (int length : List.of(10_000, 100_000)) {
      for (String unit : List.of("a", ".", "a.", " ", "=", "\"", "a ", ",")) {
        String value = "Bearer " + unit.repeat(length / unit.length()) + "!";
        Reply reply = server.send(Trial.call(server).with("Authorization", value));
        String what = length + " of \"" + unit + "\"";
        if (reply.status() != Reply.CLOSED) {
          assertThat(reply.status()).as("%s: %s", what, reply).isBetween(400, 499);
        }
        assertThat(reply.result()).as("%s: %s", what, reply).isEmpty();
        Trial.assertStillAnswers(server, what);
      }
    }
  }
}
