// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mcpauth.devserver.internal.mint.TokenPlan;
import org.mcpauth.devserver.internal.mint.TokenPress;
import org.mcpauth.devserver.internal.store.RandomToken;

/**
 * Mints access tokens without any request to the server: valid ones, and hostile ones that a
 * protected resource must refuse.
 *
 * <pre>{@code
 * String valid = tokens.forResource("http://localhost:8080/mcp").scope("notes:read").mint();
 * String forged = tokens.forResource("http://localhost:8080/mcp").foreignKey().mint();
 * }</pre>
 */
public final class TokenMinter {

  private final TokenPress press;

  TokenMinter(TokenPress press) {
    this.press = press;
  }

  /**
   * A valid token for one or more resources (RFC 8707): they become {@code aud}. No scope is
   * granted yet.
   *
   * @param resources absolute URIs
   * @return a draft
   */
  public TokenDraft forResource(String... resources) {
    return withoutResource().audience(resources);
  }

  /**
   * What the token endpoint issues to a client that sends no {@code resource}: {@code aud} is the
   * default audience, which is the issuer unless configured.
   *
   * @return a draft
   */
  public TokenDraft withoutResource() {
    return new TokenDraft(press, TokenPlan.VALID);
  }

  /**
   * Not a token at all: random base64url segments that are no JSON.
   *
   * @param segments how many, parted by dots; three look like a JWS, five like a JWE
   * @return a string
   */
  public String junk(int segments) {
    return IntStream.range(0, segments)
        .mapToObj(i -> RandomToken.next())
        .collect(Collectors.joining("."));
  }

  /**
   * The key behind {@link TokenDraft#foreignKey()}, {@link TokenDraft#embeddedJwk()} and {@link
   * TokenDraft#foreignJku}, for a test that serves it.
   *
   * @return a JWK Set in JSON
   */
  public String foreignJwks() {
    return press.foreignJwks();
  }
}
