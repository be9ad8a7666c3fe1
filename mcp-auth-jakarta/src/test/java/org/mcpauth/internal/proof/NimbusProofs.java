// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** Takes proofs apart with Nimbus. Counts the signatures that were checked. */
final class NimbusProofs implements EmbeddedKeyJwt.Parser {

  private int checked;

  /** How many signatures were checked. */
  int checked() {
    return checked;
  }

  @Override
  public Optional<EmbeddedKeyJwt> parse(String text) {
    try {
      SignedJWT jwt = SignedJWT.parse(text);
      JWK key = jwt.getHeader().getJWK();
      if (key == null
          || key.isPrivate()
          || jwt.getHeader().getCriticalParams() != null
          || (!KeyType.EC.equals(key.getKeyType()) && !KeyType.RSA.equals(key.getKeyType()))) {
        return Optional.empty();
      }
      return Optional.of(new Parsed(jwt, key, jwt.getPayload().toJSONObject()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private final class Parsed implements EmbeddedKeyJwt {

    private final SignedJWT jwt;
    private final JWK key;
    private final Map<String, Object> claims;

    Parsed(SignedJWT jwt, JWK key, Map<String, Object> claims) {
      this.jwt = jwt;
      this.key = key;
      this.claims = claims;
    }

    @Override
    public Optional<String> type() {
      return Optional.ofNullable(jwt.getHeader().getType()).map(Object::toString);
    }

    @Override
    public String algorithm() {
      return jwt.getHeader().getAlgorithm().getName();
    }

    @Override
    public Map<String, Object> claims() {
      return claims;
    }

    @Override
    public String thumbprint() {
      try {
        return key.computeThumbprint().toString();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean isSignedByItsKey() {
      checked++;
      try {
        return jwt.verify(
            KeyType.EC.equals(key.getKeyType())
                ? new ECDSAVerifier(key.toECKey())
                : new RSASSAVerifier(key.toRSAKey()));
      } catch (JOSEException e) {
        return false;
      }
    }
  }
}
