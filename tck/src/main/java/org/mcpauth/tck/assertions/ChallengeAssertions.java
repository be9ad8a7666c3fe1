// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** What a request without sufficient credentials is answered with (RFC 6750 §3, RFC 9728 §5). */
public interface ChallengeAssertions extends ServerTest {

  /** Checks the status and the scheme. */
  @Core
  @Assertion(
      id = "request-without-token-is-challenged",
      strategy = "A tool call without a token is answered 401 with a Bearer challenge")
  default void requestWithoutTokenIsChallenged(McpServer server) {
    Reply reply = server.send(server.call(Operation.SIMPLE_TEXT));
    assertThat(reply.status()).as("%s", reply).isEqualTo(401);
    assertThat(Refusals.saysBearer(reply)).as("%s", reply).isTrue();
  }

  /** Checks the absence of an error code. */
  @Core
  @Assertion(
      id = "challenge-without-credentials-has-no-error",
      strategy = "The challenge to a request without a token has no error parameters")
  default void challengeWithoutCredentialsHasNoError(McpServer server) {
    Reply reply = Refusals.withoutToken(server);
    assertThat(Refusals.challenge(reply).parameters())
        .as("%s", reply)
        .doesNotContainKeys("error", "error_description", "error_uri");
  }

  /** Checks the grammar. */
  @Core
  @Assertion(
      id = "challenge-is-well-formed",
      strategy =
          "Every WWW-Authenticate line of a 401 keeps the grammar of RFC 9110, and each Bearer"
              + " challenge has parameters, of the characters that RFC 6750 allows")
  default void challengeIsWellFormed(McpServer server) {
    Refusals.all(server).stream()
        .filter(reply -> reply.status() == 401)
        .forEach(ChallengeGrammar::requireWellFormed);
  }

  /** Checks what regular expressions make of it. */
  @Core
  @Assertion(
      id = "challenge-is-read-by-real-clients",
      strategy =
          "A client that looks for Bearer and one space at the start of WWW-Authenticate, and for"
              + " parameters with regular expressions, reads the same values as a parser")
  default void challengeIsReadByRealClients(McpServer server) {
    Reply control = Refusals.withoutToken(server);
    BlockedError.unless(
        control.bearerChallenges().stream().anyMatch(c -> !c.parameters().isEmpty()),
        "there must be a well-formed Bearer challenge",
        control);
    for (Reply reply : Refusals.all(server)) {
      reply.bearerChallenges().stream()
          .limit(1)
          .forEach(challenge -> requireReadable(reply, challenge));
    }
  }

  private static void requireReadable(Reply reply, Challenge challenge) {
    SimpleClient client = new SimpleClient(reply);
    assertThat(client.seesBearer()).as("Bearer comes first in %s", reply).isTrue();
    for (String name : Set.of("error", "scope", "resource_metadata")) {
      assertThat(client.parameter(name))
          .as("%s in %s", name, reply)
          .isEqualTo(challenge.parameter(name).filter(value -> !value.isEmpty()));
    }
  }

  /** Checks that the metadata can be found from here. */
  @Core
  @Assertion(
      id = "challenge-names-metadata",
      strategy =
          "The challenge to a request without a token has a resource_metadata that is an absolute"
              + " http or https URL")
  default void challengeNamesMetadata(McpServer server) {
    Reply reply = Refusals.withoutToken(server);
    Optional<String> named = Refusals.challenge(reply).parameter("resource_metadata");
    assertThat(named).as("%s", reply).isPresent();
    assertThat(named.flatMap(MetadataDocument::location)).as("%s", reply).isPresent();
  }

  /** Checks that a client learns what to ask for. */
  @Core
  @Assertion(
      id = "challenge-names-scope",
      strategy = "The challenge to a request without a token names the baseline scope")
  default void challengeNamesScope(McpServer server) {
    Reply reply = Refusals.withoutToken(server);
    assertThat(Refusals.challenge(reply).scopes()).as("%s", reply).contains(Operation.BASELINE);
  }

  /** Checks that asking again, or for something else, does not change it. */
  @Core
  @Assertion(
      id = "challenge-is-consistent",
      strategy =
          "Requests without a token, repeated and for different operations, get challenges with"
              + " the same scopes and the same resource_metadata")
  default void challengeIsConsistent(McpServer server) {
    Challenge first = Refusals.challenge(Refusals.withoutToken(server));
    Operation list = Operation.of("tools/list");
    Stream.of(Operation.SIMPLE_TEXT, Operation.SIMPLE_TEXT, list, list)
        .forEach(operation -> requireSame(first, server, operation));
    Stream.concat(
            Operation.SCOPED.stream(),
            Stream.of(Operation.UNKNOWN_TOOL, Operation.of("ping"), Operation.of("prompts/list")))
        .forEach(operation -> requireSame(first, server, operation));
  }

  private static void requireSame(Challenge first, McpServer server, Operation operation) {
    Reply reply = server.send(server.call(operation));
    BlockedError.unless(reply.status() == 401, "every method must need a token", reply);
    assertThat(Refusals.read(reply)).as("%s", reply).isPresent();
    Challenge challenge = Refusals.read(reply).orElseThrow();
    assertThat(Set.copyOf(challenge.scopes()))
        .as("scopes, in any order, in %s", reply)
        .isEqualTo(Set.copyOf(first.scopes()));
    assertThat(challenge.parameter("resource_metadata"))
        .as("resource_metadata in %s", reply)
        .isEqualTo(first.parameter("resource_metadata"));
  }

  /** Checks that refresh tokens are left to clients. */
  @Core
  @Assertion(
      id = "challenge-asks-for-no-offline-access",
      strategy =
          "No challenge names the scope offline_access: neither without a token, nor with an"
              + " invalid one, nor with one that lacks a scope")
  default void challengeAsksForNoOfflineAccess(McpServer server) {
    Refusals.challenge(Refusals.withoutToken(server));
    for (Reply reply : Refusals.all(server)) {
      assertThat(Refusals.read(reply).stream().flatMap(read -> read.scopes().stream()))
          .as("%s", reply)
          .doesNotContain("offline_access");
    }
  }

  /** Checks that a caller cannot send clients elsewhere. */
  @Core
  @Assertion(
      id = "challenge-does-not-follow-the-host",
      strategy =
          "Whatever host a request without a token claims to be for, in Host, Forwarded,"
              + " X-Forwarded-Host and the like, the challenge names the same metadata, or the"
              + " request is refused")
  default void challengeDoesNotFollowTheHost(McpServer server) {
    Challenge plain = Refusals.challenge(Refusals.withoutToken(server));
    for (HttpCall call : Disguise.of(server.call(Operation.SIMPLE_TEXT))) {
      Reply reply = server.send(call);
      assertThat(reply.status()).as("%s", reply).isLessThan(500);
      assertThat(String.join("\n", reply.headers("WWW-Authenticate")))
          .as("%s", reply)
          .doesNotContain(Disguise.HOST);
      Refusals.read(reply)
          .ifPresent(
              read ->
                  assertThat(read.parameter("resource_metadata"))
                      .as("%s", reply)
                      .isEqualTo(plain.parameter("resource_metadata")));
    }
  }
}
