// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.net.URI;
import java.util.Collection;
import org.mcpauth.devserver.TokenDraft;

/** The access tokens of a run. All have the same subject unless told otherwise. Thread-safe. */
public sealed interface Tokens permits IssuedTokens, GivenTokens {

  /**
   * A valid token with every scope of the fixture contract, but without {@link Operation#ADMIN}.
   *
   * @return the token
   */
  String full();

  /**
   * A valid token with {@link Operation#BASELINE} only.
   *
   * @return the token
   */
  String low();

  /**
   * A valid token with every scope, about to be changed into something else.
   *
   * @return a draft
   * @throws NotCheckableException if this run has no issuer of its own
   */
  TokenDraft draft();

  /**
   * A valid token with other scopes.
   *
   * @param scopes the scopes
   * @return the token
   * @throws NotCheckableException if this run has no issuer of its own
   */
  default String withScopes(Collection<String> scopes) {
    return draft().scope(scopes.toArray(String[]::new)).mint();
  }

  /**
   * The same for another protected resource.
   *
   * @param resource its identifier
   * @return tokens of the same issuer
   * @throws NotCheckableException if this run has no issuer of its own
   */
  default Tokens forResource(URI resource) {
    return new IssuedTokens(issuer(), resource);
  }

  /**
   * The issuer behind the tokens.
   *
   * @return the issuer
   * @throws NotCheckableException if this run has no issuer of its own
   */
  Issuer issuer();
}
