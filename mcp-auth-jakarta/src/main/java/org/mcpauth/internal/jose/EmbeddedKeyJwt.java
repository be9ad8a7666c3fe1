// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;

/**
 * A JWT that brings its own key along in {@code jwk}, as DPoP proofs do (RFC 9449 §4.2). It proves
 * nothing but that its sender has the key. Used by one thread.
 */
public final class EmbeddedKeyJwt {

  private final JsonWebSignature signature;
  private final VerificationKey key;
  private final JoseHeader header;
  private final Map<String, Object> claims;
  private final String thumbprint;

  private EmbeddedKeyJwt(JsonWebSignature signature, JoseHeader header, PublicJwk jwk)
      throws JoseException, CharacterCodingException, PublicJwk.RefusedException {
    this.signature = signature;
    this.header = header;
    this.key = jwk.read();
    this.claims = ClaimsReader.read(signature.getUnverifiedPayloadBytes());
    this.thumbprint = thumbprint(key);
  }

  static EmbeddedKeyJwt parse(String text) {
    try {
      JsonWebSignature signature = Jose.signature(text);
      JoseHeader header = Jose.header(signature);
      PublicJwk jwk =
          KeySetReader.jwk(signature.getHeaders().getObjectHeaderValue(HeaderParameterNames.JWK));
      EmbeddedKeyJwt jwt = new EmbeddedKeyJwt(signature, header, jwk);
      if (!header.critical() && jwt.key.fits(header)) {
        return jwt;
      }
    } catch (JoseException
        | CharacterCodingException
        | PublicJwk.RefusedException
        | RuntimeException e) {
      // Its message may quote the token or the key.
    }
    throw new IllegalArgumentException("not a JWT with an embedded public key that fits it");
  }

  private static String thumbprint(VerificationKey key) throws JoseException {
    return JsonWebKey.Factory.newJwk(key.key()).calculateBase64urlEncodedThumbprint("SHA-256");
  }

  /**
   * The header.
   *
   * @return {@code alg}, {@code typ} and {@code kid}; the algorithm is asymmetric and fits the key
   */
  public JoseHeader header() {
    return header;
  }

  /**
   * The claims.
   *
   * @return the claims, not to be believed before {@link #isSignedByItsKey()}
   */
  public Map<String, Object> claims() {
    return new LinkedHashMap<>(claims);
  }

  /**
   * The thumbprint of the key (RFC 7638), as {@code cnf.jkt} has it.
   *
   * @return SHA-256 in base64url
   */
  public String thumbprint() {
    return thumbprint;
  }

  /**
   * Tells whether the sender has the private counterpart of the key.
   *
   * @return true if the signature is valid
   */
  public boolean isSignedByItsKey() {
    return Jose.isSignedWith(signature, key.key());
  }

  /**
   * Hides the JWT.
   *
   * @return the algorithm
   */
  @Override
  public String toString() {
    return "EmbeddedKeyJwt[" + header.algorithm() + "]";
  }
}
