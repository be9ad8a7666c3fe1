// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** What clients of revisions before 2026-07-28 lose, who ask for what a challenge names alone. */
public interface GrantedScopeAssertions extends ServerTest {

  /** Checks that a client that steps up can do what it could before. */
  @Extended
  @Assertion(
      id = "challenge-keeps-granted-scopes",
      strategy =
          "The scope of an insufficient_scope challenge has every scope of the contract that the"
              + " token has, so that a client that asks for these alone keeps them")
  default void challengeKeepsGrantedScopes(McpServer server) {
    List<Operation> guarded = ScopeRefusal.guarded(server);
    for (Operation operation : guarded) {
      // A scope of another operation, so that the challenge would not name it for this one.
      String granted =
          Operation.SCOPED.stream()
              .flatMap(other -> other.scopes().stream())
              .filter(scope -> !operation.scopes().contains(scope))
              .findFirst()
              .orElseThrow();
      List<String> scopes = List.of(Operation.BASELINE, granted);
      Reply reply = server.send(operation, server.tokens().withScopes(scopes));
      Optional<ScopeRefusal> refusal = ScopeRefusal.of(operation, reply);
      BlockedError.unless(refusal.isPresent(), "there must be a 403 with a challenge", reply);
      assertThat(refusal.orElseThrow().challenge().scopes())
          .as("%s: %s", operation, reply)
          .containsAll(scopes);
    }
  }
}
