// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * That an operation can want another or a more recent authentication of the user (RFC 9470), at the
 * resource with such operations, if the profile names one.
 */
public interface StepUpAssertions extends ServerTest {

  /** Checks that who was authenticated as wanted gets in, and that nobody else is bothered. */
  @Extended
  @Assertion(
      id = "sufficient-authentication-is-accepted",
      strategy =
          "A tool that needs an acr takes a token with it, a tool that needs a recent login takes"
              + " one with an auth_time of seconds or minutes ago, and other operations take tokens"
              + " without either")
  default void sufficientAuthenticationIsAccepted(McpServer server) {
    McpServer guarded = server.at(Feature.STEP_UP);
    TokenDraft draft = guarded.tokens().draft();
    assertAccepted(guarded.send(Operation.STRONG_LOGIN, strong(draft).mint()));
    for (int seconds : List.of(0, 5, Operation.RECENT_SECONDS - 60)) {
      assertAccepted(guarded.send(Operation.RECENT_LOGIN, recent(draft, seconds).mint()));
    }
    for (Operation either : List.of(Operation.STRONG_LOGIN, Operation.RECENT_LOGIN)) {
      assertAccepted(guarded.send(either, recent(strong(draft), 1).mint()));
    }
    assertAccepted(guarded.send(Trial.ASKED, draft.mint()));
  }

  private static void assertAccepted(Reply reply) {
    assertThat(reply.isSuccess()).as("%s", reply).isTrue();
  }

  /** Checks the way of the authentication. */
  @Extended
  @Assertion(
      id = "other-acr-is-challenged",
      strategy =
          "A tool that needs an acr refuses tokens without acr, with another one or a similar one,"
              + " with 401, error=\"insufficient_user_authentication\", the acr among acr_values,"
              + " and the resource_metadata of every challenge")
  default void otherAcrIsChallenged(McpServer server) {
    McpServer guarded = server.at(Feature.STEP_UP);
    TokenDraft draft = guarded.tokens().draft();
    Map<String, TokenDraft> tokens = new LinkedHashMap<>();
    tokens.put("no acr", draft);
    tokens.put("another acr", draft.claim("acr", "urn:mcp:conformance:weak"));
    tokens.put("a longer acr", draft.claim("acr", Operation.STRONG_ACR + "er"));
    tokens.put("the beginning of the acr", draft.claim("acr", "urn:mcp:conformance"));
    String loud = Operation.STRONG_ACR.toUpperCase(Locale.ROOT);
    tokens.put("the acr in other letters", draft.claim("acr", loud));
    tokens.put("an empty acr", draft.claim("acr", ""));
    tokens.put("the acr as amr", draft.claim("amr", List.of(Operation.STRONG_ACR)));
    tokens.put("a login just now", recent(draft, 0));
    tokens.forEach(
        (what, token) -> {
          requireAccepted(guarded, Operation.STRONG_LOGIN, strong(draft));
          Challenge challenge = challenge(guarded, Operation.STRONG_LOGIN, what, token);
          assertThat(challenge.parameter("acr_values").orElse("").split(" ", -1))
              .as("acr_values, %s: %s", what, challenge)
              .contains(Operation.STRONG_ACR);
        });
  }

  /** Checks the time of the authentication. */
  @Extended
  @Assertion(
      id = "old-authentication-is-challenged",
      strategy =
          "A tool that needs a recent login refuses tokens that were issued just now without"
              + " auth_time or with an old one, with 401,"
              + " error=\"insufficient_user_authentication\", the right max_age, a number of"
              + " seconds, and the resource_metadata of every challenge")
  default void oldAuthenticationIsChallenged(McpServer server) {
    McpServer guarded = server.at(Feature.STEP_UP);
    TokenDraft draft = guarded.tokens().draft();
    Map<String, TokenDraft> tokens = new LinkedHashMap<>();
    tokens.put("no auth_time", draft);
    tokens.put("some minutes too old", recent(draft, Operation.RECENT_SECONDS + 180));
    tokens.put("a day old", recent(draft, 86400));
    tokens.put("as old as can be", draft.claim("auth_time", 0));
    tokens.put("a strong login", strong(draft));
    tokens.forEach(
        (what, token) -> {
          requireAccepted(guarded, Operation.RECENT_LOGIN, recent(draft, 1));
          Challenge challenge = challenge(guarded, Operation.RECENT_LOGIN, what, token);
          assertThat(challenge.parameter("max_age"))
              .as("max_age, %s: %s", what, challenge)
              .contains(String.valueOf(Operation.RECENT_SECONDS));
        });
  }

  /** Checks that what an operation needs is not told to those who show no valid token. */
  @Extended
  @Assertion(
      id = "step-up-needs-a-valid-token",
      strategy =
          "Without a token, and with one that is invalid, forged or expired, whatever it says about"
              + " the login, tools that need a certain login are answered 401 without"
              + " insufficient_user_authentication, acr_values and max_age")
  default void stepUpNeedsAValidToken(McpServer server) {
    McpServer guarded = server.at(Feature.STEP_UP);
    TokenDraft draft = guarded.tokens().draft();
    for (Operation operation : List.of(Operation.STRONG_LOGIN, Operation.RECENT_LOGIN)) {
      assertSilent("no token", guarded.send(guarded.call(operation)));
      Map<String, String> tokens = new LinkedHashMap<>();
      tokens.put("no token at all", Refusals.INVALID_TOKEN);
      tokens.put("forged", Refusals.forged(draft.mint()));
      tokens.put("expired", draft.expired().mint());
      tokens.put("for somebody else", draft.wrongAudience().mint());
      tokens.put("expired after a good login", recent(strong(draft), 1).expired().mint());
      tokens.forEach((what, token) -> assertSilent(what, guarded.send(operation, token)));
    }
  }

  private static void assertSilent(String what, Reply reply) {
    Trial.assertRefused(what, reply);
    String said = String.join("\n", reply.headers("WWW-Authenticate")) + reply.body();
    assertThat(said)
        .as("%s: %s", what, reply)
        .doesNotContain(
            "insufficient_user_authentication", "acr_values", "max_age", Operation.STRONG_ACR);
  }

  private static TokenDraft strong(TokenDraft draft) {
    return draft.claim("acr", Operation.STRONG_ACR);
  }

  private static TokenDraft recent(TokenDraft draft, int seconds) {
    return draft.claim("auth_time", Instant.now().getEpochSecond() - seconds);
  }

  private static void requireAccepted(McpServer server, Operation operation, TokenDraft token) {
    Reply reply = server.send(operation, token.mint());
    BlockedError.unless(reply.isSuccess(), "a sufficient login must be accepted", reply);
  }

  /** The challenge to authenticate the user again. */
  private static Challenge challenge(
      McpServer server, Operation operation, String what, TokenDraft token) {
    Reply reply = server.send(operation, token.mint());
    Trial.assertRefused(what, reply);
    ChallengeGrammar.requireWellFormed(reply);
    List<Challenge> challenges =
        reply.bearerChallenges().stream()
            .filter(challenge -> challenge.parameter("error").isPresent())
            .toList();
    assertThat(challenges)
        .as("errors of Bearer challenges, %s: %s", what, reply)
        .extracting(challenge -> challenge.parameter("error").orElse(""))
        .containsExactly("insufficient_user_authentication");
    Challenge usual = Refusals.challenge(Refusals.withoutToken(server));
    assertThat(challenges.get(0).parameter("resource_metadata"))
        .as("resource_metadata, %s: %s", what, reply)
        .isPresent()
        .isEqualTo(usual.parameter("resource_metadata"));
    return challenges.get(0);
  }
}
