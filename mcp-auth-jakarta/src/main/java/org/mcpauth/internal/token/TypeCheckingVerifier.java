// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.util.Optional;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Keeps out what is not an access token where somebody else verifies JWTs, to whom every JWT of the
 * issuer is good: an ID token too. What cannot be read as a signed JWT has no type, and is refused.
 */
public final class TypeCheckingVerifier implements TokenVerifier {

  private final TokenVerifier verifier;
  private final TokenTypeRules rules;

  /**
   * Checks what another verifier accepts.
   *
   * @param verifier who verifies
   * @param issuer which types are accepted
   */
  public TypeCheckingVerifier(TokenVerifier verifier, IssuerSettings issuer) {
    this.verifier = verifier;
    this.rules = new TokenTypeRules(issuer.jwt().strictType(), issuer.claims());
  }

  @Override
  public Optional<VerifiedClaims> verify(String token) {
    Optional<VerifiedClaims> claims = verifier.verify(token);
    claims.ifPresent(verified -> rules.check(Jose.parse(token).header(), verified.values()));
    return claims;
  }
}
