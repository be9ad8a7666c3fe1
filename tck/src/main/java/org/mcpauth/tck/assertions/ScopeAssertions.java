// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Scopes;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Which scopes an operation needs, and which tokens have them. */
public interface ScopeAssertions extends ServerTest {

  /** Checks a tool. */
  @Scopes
  @Assertion(
      id = "missing-scope-is-403",
      strategy =
          "A tool call with a valid token that lacks the tool's scopes is answered 403 with a"
              + " Bearer challenge of the error insufficient_scope")
  default void missingScopeIs403(McpServer server) {
    requireScopes(server, Operation.SIMPLE_TEXT);
  }

  /** Checks a resource. */
  @Scopes
  @Assertion(
      id = "missing-scope-of-resource-is-403",
      strategy =
          "Reading a resource with a valid token that lacks the resource's scopes is answered 403"
              + " with a Bearer challenge of the error insufficient_scope")
  default void missingScopeOfResourceIs403(McpServer server) {
    requireScopes(server, Operation.STATIC_TEXT);
  }

  /** Checks a resource template. */
  @Scopes
  @Assertion(
      id = "missing-scope-of-template-is-403",
      strategy =
          "Reading a resource of a template with a valid token that lacks its scopes is answered"
              + " 403 with a Bearer challenge of the error insufficient_scope")
  default void missingScopeOfTemplateIs403(McpServer server) {
    requireScopes(server, Operation.TEMPLATE);
  }

  /** Checks a prompt. */
  @Scopes
  @Assertion(
      id = "missing-scope-of-prompt-is-403",
      strategy =
          "Getting a prompt with a valid token that lacks the prompt's scopes is answered 403 with"
              + " a Bearer challenge of the error insufficient_scope")
  default void missingScopeOfPromptIs403(McpServer server) {
    requireScopes(server, Operation.SIMPLE_PROMPT);
  }

  /** Checks that all scopes of an operation are needed. */
  @Scopes
  @Assertion(
      id = "one-of-two-scopes-is-not-enough",
      strategy = "An operation that needs two scopes is refused to a token with either of them")
  default void oneOfTwoScopesIsNotEnough(McpServer server) {
    for (Operation operation : ScopeRefusal.guarded(server)) {
      for (String scope : operation.scopes()) {
        String token = server.tokens().withScopes(List.of(Operation.BASELINE, scope));
        assertRefused(scope + " only", server.send(operation, token));
      }
    }
  }

  /** Checks that scopes are compared as a whole and by the letter. */
  @Scopes
  @Assertion(
      id = "similar-scope-is-not-enough",
      strategy =
          "An operation is refused to tokens whose scopes resemble the needed ones: beginnings,"
              + " wildcards, other case, longer ones, or several in one")
  default void similarScopeIsNotEnough(McpServer server) {
    for (Operation operation : ScopeRefusal.guarded(server)) {
      SimilarScopes.of(operation)
          .forEach(
              (likeness, scopes) -> {
                String token = server.tokens().withScopes(scopes);
                assertRefused(likeness + " " + scopes, server.send(operation, token));
              });
    }
  }

  /** Checks that nothing but the operation's scopes is needed. */
  @Scopes
  @Assertion(
      id = "sufficient-scope-is-accepted",
      strategy =
          "A token with exactly the scopes of an operation is accepted for it, in any order of the"
              + " scopes and whatever other scopes are there")
  default void sufficientScopeIsAccepted(McpServer server) {
    for (Operation operation : ScopeRefusal.permitted(server)) {
      List<String> reversed = new ArrayList<>(operation.scopes());
      Collections.reverse(reversed);
      List<String> more = new ArrayList<>(List.of("openid", "https://scopes.example/other"));
      more.addAll(operation.scopes());
      for (List<String> scopes : List.of(operation.scopes(), reversed, more)) {
        assertAccepted(scopes, server.send(operation, server.tokens().withScopes(scopes)));
      }
    }
  }

  /** Checks the hierarchy. */
  @Scopes
  @Assertion(
      id = "broader-scope-implies-narrower",
      strategy = "A token with the scope that implies all others is accepted for every operation")
  default void broaderScopeImpliesNarrower(McpServer server) {
    for (Operation operation : ScopeRefusal.permitted(server)) {
      List<String> scopes = List.of(Operation.ADMIN);
      assertAccepted(scopes, server.send(operation, server.tokens().withScopes(scopes)));
    }
  }

  private static void requireScopes(McpServer server, Operation operation) {
    Reply allowed = server.send(operation, server.tokens().full());
    BlockedError.unless(allowed.isSuccess(), "a token with every scope must be accepted", allowed);
    ScopeRefusal.requireOf(server, operation);
    if (server.tokens() instanceof IssuedTokens issued) {
      Reply reply = server.send(operation, issued.draft().withoutClaim("scope").mint());
      // Without any scope a token may be taken for no access token at all.
      assertThat(reply.status()).as("no scope at all: %s", reply).isIn(401, 403);
    }
  }

  private static void assertRefused(String variant, Reply reply) {
    assertThat(reply.isSuccess()).as("success with %s: %s", variant, reply).isFalse();
    assertThat(reply.status()).as("%s: %s", variant, reply).isLessThan(500);
  }

  private static void assertAccepted(List<String> scopes, Reply reply) {
    assertThat(reply.isSuccess()).as("success with %s: %s", scopes, reply).isTrue();
  }
}
