// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.introspection.ForeignTokens;
import org.mcpauth.internal.rpc.PlainValues;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Lets the MicroProfile JWT of the server verify tokens. Where that is smallrye-jwt, through its
 * parser; elsewhere by what the server's own authentication found out about the current request.
 * Issuer, audience, lifetime and scopes are checked by this library as always. Thread-safe.
 */
final class ContainerTokenVerifier implements TokenVerifier {

  /** MicroProfile JWT's own name for the token itself, which is no claim. */
  private static final String RAW_TOKEN = "raw_token";

  private final IssuerSettings issuer;
  private final Predicate<String> foreign;
  private final Optional<SmallRyeParser> parser;

  /** With the parser, if the server has one. */
  ContainerTokenVerifier(IssuerSettings issuer, Optional<SmallRyeParser> parser) {
    this.issuer = issuer;
    this.foreign = new ForeignTokens(issuer.issuer());
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
    if (foreign.test(token)) {
      return Optional.empty(); // the server knows one issuer only and would refuse it
    }
    Map<String, Object> claims =
        parser
            .map(smallRye -> claims(smallRye.parse(token)))
            .or(() -> ofRequest(token))
            .orElseThrow(
                () -> new InvalidTokenException("The server did not verify the access token"));
    return issuer.issuer().equals(claims.get("iss"))
        ? Optional.of(new VerifiedClaims(claims))
        : Optional.empty();
  }

  /** Only if it is about this very token: what else the request carries does not count. */
  private static Optional<Map<String, Object>> ofRequest(String token) {
    for (var handle : CDI.current().select(JsonWebToken.class).handles()) {
      try {
        JsonWebToken found = handle.get();
        if (token.equals(found.getRawToken())) {
          return Optional.of(claims(found));
        }
      } catch (ContextNotActiveException e) {
        // A bean of requests, and this is none of the server's.
      } finally {
        forget(handle);
      }
    }
    return Optional.empty();
  }

  /** A dependent object would stay with the container for ever; others belong to the request. */
  private static void forget(Instance.Handle<JsonWebToken> handle) {
    if (handle.getBean().getScope() == Dependent.class) {
      handle.destroy();
    }
  }

  private static Map<String, Object> claims(JsonWebToken token) {
    Map<String, Object> claims = new LinkedHashMap<>();
    for (String name : token.getClaimNames()) {
      Object value = token.getClaim(name);
      if (!name.equals(RAW_TOKEN) && PlainValues.isThere(value)) {
        claims.put(name, PlainValues.of(value));
      }
    }
    return claims;
  }
}
