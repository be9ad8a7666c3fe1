// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;

/** A public key of the JDK as a JWK. */
public final class PublicJwk {

  private PublicJwk() {}

  /**
   * Translates a key.
   *
   * @param key RSA, EC on a curve of RFC 7518, or Ed25519
   * @return a JWK without key id
   * @throws IllegalArgumentException if it is another key
   */
  public static JWK of(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build();
    }
    if (key instanceof ECPublicKey ec) {
      return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build();
    }
    if (key instanceof EdECPublicKey ed
        && NamedParameterSpec.ED25519.getName().equals(ed.getParams().getName())) {
      return Ed25519.of(ed);
    }
    throw new IllegalArgumentException("not a key that has a JWK here: " + key.getAlgorithm());
  }

  /**
   * The JWK SHA-256 thumbprint of a key (RFC 7638), as in {@code jkt} (RFC 9449 §6.1).
   *
   * @param key as in {@link #of}
   * @return base64url
   */
  public static String thumbprint(PublicKey key) {
    try {
      return of(key).computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
