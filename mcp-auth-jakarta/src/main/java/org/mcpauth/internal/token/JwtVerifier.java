// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.issuer.KeySource;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.TokenDecryption;
import org.mcpauth.internal.jose.VerificationKey;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Verifies JWT access tokens (RFC 9068 §4, RFC 8725): algorithm, type and signature, with the keys
 * of the issuer that the token names, if that is one of the configured. Claims are checked
 * elsewhere.
 */
public final class JwtVerifier implements TokenVerifier {

  private final Map<String, IssuerRules> issuers;
  private final TokenDecryption decryption;

  /** What one issuer's tokens have to be like; never mixed with another's (RFC 8725 §3.8). */
  private record IssuerRules(
      IssuerSettings.Jwt settings, KeySource keys, TokenTypeRules typeRules) {}

  /**
   * Makes a verifier.
   *
   * @param issuers the issuers whose tokens it verifies
   * @param keySource the keys of an issuer
   */
  public JwtVerifier(
      List<IssuerSettings> issuers, Function<IssuerSettings, ? extends KeySource> keySource) {
    Map<String, IssuerRules> rules = new LinkedHashMap<>();
    for (IssuerSettings issuer : issuers) {
      rules.put(
          issuer.issuer(),
          new IssuerRules(
              issuer.jwt(),
              keySource.apply(issuer),
              new TokenTypeRules(issuer.jwt().strictType(), issuer.claims())));
    }
    this.issuers = Map.copyOf(rules);
    this.decryption = Issuers.decryption(issuers);
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
    Jose.UnverifiedJwt jwt = Jose.parse(token, decryption);
    JoseHeader header = jwt.header();
    IssuerRules rules = issuers.get(String.valueOf(jwt.claims().get("iss")));
    if (rules == null) {
      throw new InvalidTokenException("The issuer of the access token is not accepted here");
    }
    if (!rules.settings().algorithms().contains(header.algorithm())) {
      throw new InvalidTokenException("The signature algorithm is not accepted here");
    }
    if (header.critical()) {
      throw new InvalidTokenException("The JWT has a critical extension that is not understood");
    }
    List<VerificationKey> keys = rules.keys().keysFor(header);
    if (keys.isEmpty()) {
      throw new InvalidTokenException("The issuer has no such key");
    }
    if (keys.stream().noneMatch(key -> jwt.isSignedWith(key.key()))) {
      throw new InvalidTokenException("The signature is not valid");
    }
    rules.typeRules().check(header, jwt.claims());
    return Optional.of(new VerifiedClaims(jwt.claims()));
  }
}
