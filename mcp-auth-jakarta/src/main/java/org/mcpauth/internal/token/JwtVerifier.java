// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.KeySource;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.VerificationKey;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Verifies JWT access tokens (RFC 9068 §4, RFC 8725): algorithm, type and signature, with the keys
 * of the issuer that the token names, if that is one of the configured. Claims are checked
 * elsewhere.
 */
public final class JwtVerifier implements TokenVerifier {

  private final Map<String, KeySource> keySources;
  private final Set<String> algorithms;
  private final TokenTypeRules typeRules;

  /**
   * Makes a verifier.
   *
   * @param settings which issuers, algorithms and types are accepted
   * @param keySource the keys of an issuer
   */
  public JwtVerifier(McpAuthSettings settings, Function<String, ? extends KeySource> keySource) {
    Map<String, KeySource> sources = new LinkedHashMap<>();
    settings.authorizationServers().forEach(issuer -> sources.put(issuer, keySource.apply(issuer)));
    this.keySources = Map.copyOf(sources);
    this.algorithms = settings.jwt().algorithms();
    this.typeRules = new TokenTypeRules(settings.jwt().strictType());
  }

  /**
   * Verifies a JWT.
   *
   * @param token the text of the token
   * @return its claims; never empty, since nobody is asked after this verifier
   * @throws InvalidTokenException if it is not a JWT that one of the issuers signed
   * @throws AuthorizationServerUnavailableException if the issuer's keys cannot be had
   */
  @Override
  public Optional<VerifiedClaims> verify(String token) {
    Jose.UnverifiedJwt jwt = Jose.parse(token);
    JoseHeader header = jwt.header();
    if (!algorithms.contains(header.algorithm())) {
      throw new InvalidTokenException("The signature algorithm is not accepted here");
    }
    if (header.critical()) {
      throw new InvalidTokenException("The JWT has a critical extension that is not understood");
    }
    KeySource keySource = keySources.get(String.valueOf(jwt.claims().get("iss")));
    if (keySource == null) {
      throw new InvalidTokenException("The issuer of the access token is not accepted here");
    }
    List<VerificationKey> keys = keySource.keysFor(header);
    if (keys.isEmpty()) {
      throw new InvalidTokenException("The issuer has no such key");
    }
    if (keys.stream().noneMatch(key -> jwt.isSignedWith(key.key()))) {
      throw new InvalidTokenException("The signature is not valid");
    }
    typeRules.check(header, jwt.claims());
    return Optional.of(new VerifiedClaims(jwt.claims()));
  }
}
