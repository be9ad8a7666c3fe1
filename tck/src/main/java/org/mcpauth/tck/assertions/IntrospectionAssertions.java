// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.Faults;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;

/**
 * What comes of tokens that only their issuer can read (RFC 7662), at the resource that asks it, if
 * the profile names one.
 */
public interface IntrospectionAssertions extends ServerTest {

  /** Checks that the server asks, with its own credentials, as the issuer answers nobody else. */
  @Extended
  @Assertion(
      id = "introspected-token-is-accepted",
      strategy =
          "A tool call with an opaque token succeeds, more than once, if the issuer says that it is"
              + " active; the issuer says so only to clients that authenticate themselves")
  default void introspectedTokenIsAccepted(McpServer server) {
    McpServer asking = server.at(Feature.INTROSPECTION);
    String token = asking.tokens().draft().opaque().mint();
    for (int i = 0; i < 2; i++) {
      Reply reply = asking.send(Trial.ASKED, token);
      assertThat(reply.isSuccess()).as("time %d: %s", i + 1, reply).isTrue();
    }
  }

  /** Checks that the issuer is believed. */
  @Extended
  @Assertion(
      id = "inactive-token-is-refused",
      strategy =
          "A token of which the issuer says that it is not active is refused with 401: one that it"
              + " never issued, and a revoked one, be it opaque or a JWT that does not show it")
  default void inactiveTokenIsRefused(McpServer server) {
    McpServer asking = server.at(Feature.INTROSPECTION);
    TokenDraft draft = asking.tokens().draft();
    assertRefused(
        asking,
        List.of(
            new Hostile("never issued", "opaque-token-of-nobody"),
            Hostile.of("revoked", draft.opaque().inactive()),
            Hostile.of("a revoked JWT", draft.inactive())));
  }

  /** Checks that an active token may be for somebody else. */
  @Extended
  @Assertion(
      id = "introspected-token-is-verified",
      strategy =
          "An opaque token that is active is refused with 401 if it is for another audience or for"
              + " none, or if its time is over or has not come by the answer")
  default void introspectedTokenIsVerified(McpServer server) {
    McpServer asking = server.at(Feature.INTROSPECTION);
    TokenDraft draft = asking.tokens().draft().opaque();
    long now = Instant.now().getEpochSecond();
    assertRefused(
        asking,
        List.of(
            Hostile.of("another audience", draft.wrongAudience()),
            Hostile.of("the first resource", draft.audience(server.endpoint().toString())),
            Hostile.of("no audience", draft.introspectionWithout("aud")),
            Hostile.of("over", draft.introspection("exp", now - 3600)),
            Hostile.of("to come", draft.introspection("nbf", now + 3600))));
  }

  private static void assertRefused(McpServer asking, List<Hostile> tokens) {
    for (Hostile hostile : tokens) {
      requireAccepted(asking);
      for (int i = 0; i < 2; i++) {
        Trial.assertRefused(hostile.what(), asking.send(Trial.ASKED, hostile.token()));
      }
    }
  }

  private static void requireAccepted(McpServer asking) {
    Reply reply = asking.send(Trial.ASKED, asking.tokens().draft().opaque().mint());
    BlockedError.unless(reply.isSuccess(), "an active opaque token must be accepted", reply);
  }

  /** Checks that a server that cannot ask neither guesses nor blames the token. */
  @Extended
  @Assertion(
      id = "introspection-failure-is-503",
      strategy =
          "While the introspection endpoint answers with an error, or with something that is no"
              + " answer, a token that was not seen before gets 503, and is accepted once the"
              + " endpoint is well again")
  default void introspectionFailureIs503(McpServer server) {
    McpServer asking = server.at(Feature.INTROSPECTION);
    requireAccepted(asking);
    Faults faults = asking.tokens().issuer().server().faults();
    broken(faults)
        .forEach((what, fault) -> BrokenIntrospection.assertNoAnswer(asking, faults, what, fault));
    Reply reply = asking.send(Trial.ASKED, asking.tokens().draft().opaque().mint());
    assertThat(reply.isSuccess()).as("the endpoint is well again: %s", reply).isTrue();
  }

  private static Map<String, Runnable> broken(Faults faults) {
    Faults.Endpoint endpoint = Faults.Endpoint.INTROSPECTION;
    Map<String, Runnable> broken = new LinkedHashMap<>();
    broken.put("500", () -> faults.answer(endpoint, 500, "text/plain", "broken"));
    broken.put("401", () -> faults.answer(endpoint, 401, "application/json", "{}"));
    broken.put("no JSON", () -> faults.answer(endpoint, 200, "application/json", "<html>"));
    broken.put("no active", () -> faults.answer(endpoint, 200, "application/json", "{}"));
    return broken;
  }
}
