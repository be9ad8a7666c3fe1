// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Scopes;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** What a token without the scopes of an operation is challenged to come back with. */
public interface ScopeChallengeAssertions extends ServerTest {

  /** Checks that nothing is missing. */
  @Scopes
  @Assertion(
      id = "challenge-names-every-scope-of-the-operation",
      strategy =
          "The scope of an insufficient_scope challenge has every scope that the operation needs,"
              + " also when the token has one of them already")
  default void challengeNamesEveryScopeOfTheOperation(McpServer server) {
    for (ScopeRefusal refusal : refusals(server)) {
      assertThat(refusal.challenge().scopes())
          .as("%s: %s", refusal.operation(), refusal.reply())
          .containsAll(refusal.operation().scopes());
    }
  }

  /** Checks that nothing is too much. */
  @Scopes
  @Assertion(
      id = "challenge-names-no-other-scope",
      strategy =
          "The scope of an insufficient_scope challenge has no scope that neither the operation"
              + " needs nor the token has")
  default void challengeNamesNoOtherScope(McpServer server) {
    for (ScopeRefusal refusal : refusals(server)) {
      Set<String> more = new TreeSet<>(refusal.challenge().scopes());
      more.removeAll(refusal.operation().scopes());
      more.remove(Operation.BASELINE);
      more.remove(""); // two spaces: a matter of form
      more.remove("offline_access"); // has an assertion of its own
      if (!server.revision().isStateless()) {
        // The revisions before leave it to the server to add scopes that go well together.
        more.retainAll(catalogue());
      }
      assertThat(more).as("%s: %s", refusal.operation(), refusal.reply()).isEmpty();
    }
  }

  /** Checks the link. */
  @Scopes
  @Assertion(
      id = "scope-challenge-names-metadata",
      strategy =
          "An insufficient_scope challenge has the same resource_metadata as the challenge to a"
              + " request without a token")
  default void scopeChallengeNamesMetadata(McpServer server) {
    List<String> known =
        server.send(server.call(Operation.SIMPLE_TEXT)).bearerChallenges().stream()
            .flatMap(challenge -> challenge.parameter("resource_metadata").stream())
            .toList();
    for (ScopeRefusal refusal : refusals(server)) {
      String url = refusal.challenge().parameter("resource_metadata").orElse("");
      assertThat(url).as("resource_metadata: %s", refusal.reply()).isNotEmpty();
      if (known.isEmpty()) {
        assertThat(url).as("resource_metadata: %s", refusal.reply()).matches("https?://[^/].*");
      } else {
        assertThat(known).as("as without a token: %s", refusal.reply()).contains(url);
      }
    }
  }

  /** Checks the grammar, also where a part of the request may find its way into the header. */
  @Scopes
  @Assertion(
      id = "scope-challenge-is-well-formed",
      strategy =
          "The WWW-Authenticate of a 403 follows the grammar of RFC 9110 and the characters of RFC"
              + " 6750, whatever stands in the URI of the resource that was asked for")
  default void scopeChallengeIsWellFormed(McpServer server) {
    String low = server.tokens().low();
    List<Reply> refusals =
        ScopeRefusal.permitted(server).stream()
            .map(operation -> server.send(operation, low))
            .filter(reply -> reply.status() == 403)
            .filter(reply -> reply.header("WWW-Authenticate").isPresent())
            .toList();
    BlockedError.unless(!refusals.isEmpty(), "there must be a 403 with a challenge", "none");
    refusals.forEach(ChallengeGrammar::requireWellFormed);
    for (HttpCall call : HostileUris.calls(server)) {
      Reply reply = server.send(call.bearer(low));
      ChallengeGrammar.requireWellFormed(reply);
      assertThat(reply.header(HostileUris.HEADER)).as("a header was added: %s", reply).isEmpty();
    }
  }

  /** Checks repetition, and that all operations follow one strategy. */
  @Scopes
  @Assertion(
      id = "scope-challenge-is-consistent",
      strategy =
          "The same request is challenged for the same scopes again, and either all challenges"
              + " have the scopes that were granted already, or none has")
  default void scopeChallengeIsConsistent(McpServer server) {
    List<ScopeRefusal> first = ScopeRefusal.all(server);
    for (int round = 0; round < 3; round++) {
      List<ScopeRefusal> again = ScopeRefusal.all(server);
      assertThat(again)
          .as("again")
          .extracting(ScopeChallengeAssertions::meaning)
          .containsExactlyElementsOf(
              first.stream().map(ScopeChallengeAssertions::meaning).toList());
    }
    Set<Boolean> strategies = new HashSet<>();
    for (ScopeRefusal refusal : first) {
      strategies.add(refusal.challenge().scopes().contains(Operation.BASELINE));
      assertThat(strategies)
          .as("the granted scope in some challenges, but not in this: %s", refusal.reply())
          .hasSize(1);
    }
  }

  /** Checks that a challenge can be met. */
  @Scopes
  @Assertion(
      id = "step-up-succeeds",
      strategy =
          "A token with the scopes that were granted and those that the challenge names is accepted,"
              + " also in a session that was opened with the token before")
  default void stepUpSucceeds(McpServer server) {
    String low = server.tokens().low();
    McpServer session = server.inSessionOf(low);
    List<ScopeRefusal> refusals =
        ScopeRefusal.permitted(server).stream()
            .flatMap(operation -> ScopeRefusal.of(operation, session.send(operation, low)).stream())
            .toList();
    BlockedError.unless(!refusals.isEmpty(), "there must be a 403 with a challenge", "none");
    refusals.forEach(refusal -> assertStepUp(session, refusal));
  }

  private static void assertStepUp(McpServer session, ScopeRefusal refusal) {
    Set<String> scopes = new LinkedHashSet<>(List.of(Operation.BASELINE));
    scopes.addAll(refusal.challenge().scopes());
    BlockedError.unless(
        scopes.containsAll(refusal.operation().scopes()),
        "the challenge must name every scope of the operation",
        refusal.reply());
    Reply reply = session.send(refusal.operation(), session.tokens().withScopes(scopes));
    assertThat(reply.isSuccess()).as("success with %s: %s", scopes, reply).isTrue();
  }

  /** Of tokens with the baseline, and of tokens with one scope more if such can be made. */
  private static List<ScopeRefusal> refusals(McpServer server) {
    List<ScopeRefusal> refusals = new ArrayList<>(ScopeRefusal.all(server));
    if (server.tokens() instanceof IssuedTokens issued) {
      for (ScopeRefusal refusal : List.copyOf(refusals)) {
        for (String scope : refusal.operation().scopes()) {
          String token = issued.withScopes(List.of(Operation.BASELINE, scope));
          Reply reply = server.send(refusal.operation(), token);
          ScopeRefusal.of(refusal.operation(), reply).ifPresent(refusals::add);
        }
      }
    }
    return refusals;
  }

  private static Set<String> catalogue() {
    Set<String> catalogue = new TreeSet<>(IssuedTokens.fullScopes());
    catalogue.add(Operation.ADMIN);
    return catalogue;
  }

  private static List<Object> meaning(ScopeRefusal refusal) {
    return Stream.<Object>of(
            refusal.operation(),
            Set.copyOf(refusal.challenge().scopes()),
            refusal.challenge().parameter("error"),
            refusal.challenge().parameter("resource_metadata"))
        .toList();
  }
}
