// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * That operations can be closed to some users, or to all, whatever scopes there are: at the
 * resource with such operations, if the profile names one.
 */
public interface RoleAssertions extends ServerTest {

  /** Checks an operation that needs a role. */
  @Extended
  @Assertion(
      id = "missing-role-is-403",
      strategy =
          "A tool that needs a role takes a token that names it among its roles, and answers 403,"
              + " without a challenge to ask for a scope, to tokens with every scope and no roles,"
              + " other or similar ones, or with the role as a scope")
  default void missingRoleIs403(McpServer server) {
    McpServer guarded = server.at(Feature.ROLES);
    TokenDraft draft = guarded.tokens().draft();
    for (List<String> roles :
        List.of(List.of(Operation.OPERATOR), List.of("reader", Operation.OPERATOR))) {
      Reply reply = guarded.send(Operation.FOR_OPERATORS, draft.claim("roles", roles).mint());
      assertThat(reply.isSuccess()).as("%s: %s", roles, reply).isTrue();
    }
    without(draft)
        .forEach(
            (what, token) ->
                Refusals.assertForbidden(
                    what, guarded.send(Operation.FOR_OPERATORS, token.mint())));
  }

  private static Map<String, TokenDraft> without(TokenDraft draft) {
    Map<String, TokenDraft> tokens = new LinkedHashMap<>();
    tokens.put("no roles", draft);
    tokens.put("an empty list of roles", draft.claim("roles", List.of()));
    String role = Operation.OPERATOR;
    for (String other :
        List.of("reader", role + "s", "mcp-conformance", role.toUpperCase(Locale.ROOT), "*")) {
      tokens.put("the role " + other, draft.claim("roles", List.of(other)));
    }
    List<String> scopes = new ArrayList<>(IssuedTokens.fullScopes());
    scopes.addAll(List.of(Operation.ADMIN, role));
    tokens.put("the role as a scope", draft.scope(scopes.toArray(String[]::new)));
    tokens.put("the role in a claim of no meaning", draft.claim("tck_roles", List.of(role)));
    return tokens;
  }

  /** Checks an operation that is closed. */
  @Extended
  @Assertion(
      id = "closed-operation-is-403",
      strategy =
          "A tool that is closed to everybody answers 403, without a challenge to ask for a scope,"
              + " to tokens with every scope and role, while other tools answer them")
  default void closedOperationIs403(McpServer server) {
    McpServer guarded = server.at(Feature.ROLES);
    TokenDraft draft = guarded.tokens().draft();
    List<String> scopes = new ArrayList<>(IssuedTokens.fullScopes());
    scopes.add(Operation.ADMIN);
    TokenDraft mighty =
        draft
            .scope(scopes.toArray(String[]::new))
            .claim("roles", List.of(Operation.OPERATOR, "admin", "*"));
    for (TokenDraft token : List.of(draft, mighty)) {
      Reply usual = guarded.send(Trial.ASKED, token.mint());
      BlockedError.unless(usual.isSuccess(), "a valid token must be accepted", usual);
      Refusals.assertForbidden("closed", guarded.send(Operation.CLOSED, token.mint()));
    }
  }
}
