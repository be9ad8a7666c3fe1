// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Lets the MicroProfile JWT of the server verify tokens. Where that is smallrye-jwt, through its
 * parser; elsewhere by what the server's own authentication found out about the current request.
 * Issuer, audience, lifetime and scopes are checked by this library as always. Thread-safe.
 */
final class ContainerTokenVerifier implements TokenVerifier {

  private final IssuerSettings issuer;
  private final Optional<SmallRyeParser> parser;

  private ContainerTokenVerifier(IssuerSettings issuer, Optional<SmallRyeParser> parser) {
    this.issuer = issuer;
    this.parser = parser;
  }

  /**
   * The verifier of a server.
   *
   * @param issuer whose tokens
   * @return the verifier; empty if the server has no MicroProfile JWT
   */
  static Optional<TokenVerifier> of(IssuerSettings issuer) {
    Optional<SmallRyeParser> parser = SmallRyeParser.find();
    if (parser.isEmpty() && CDI.current().select(JsonWebToken.class).isUnsatisfied()) {
      return Optional.empty();
    }
    return Optional.of(new ContainerTokenVerifier(issuer, parser));
  }

  @Override
  public Optional<VerifiedClaims> verify(String token) {
    JsonWebToken verified =
        parser
            .map(p -> p.parse(token))
            .or(() -> ofRequest(token))
            .orElseThrow(
                () -> new InvalidTokenException("The server did not verify the access token"));
    return issuer.issuer().equals(verified.getIssuer())
        ? Optional.of(new VerifiedClaims(claims(verified)))
        : Optional.empty();
  }

  /** Only if it is about this very token: what else the request carries does not count. */
  private static Optional<JsonWebToken> ofRequest(String token) {
    Instance<JsonWebToken> tokens = CDI.current().select(JsonWebToken.class);
    try {
      return tokens.stream().filter(found -> token.equals(found.getRawToken())).findFirst();
    } catch (ContextNotActiveException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> claims(JsonWebToken token) {
    Map<String, Object> claims = new LinkedHashMap<>();
    for (String name : token.getClaimNames()) {
      Object value = token.getClaim(name);
      if (!name.equals("raw_token") && value != null) {
        claims.put(name, PlainValues.of(value));
      }
    }
    return claims;
  }
}
