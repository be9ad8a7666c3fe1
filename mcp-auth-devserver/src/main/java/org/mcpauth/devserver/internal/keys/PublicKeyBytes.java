// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A public key as bytes, the way a verifier that confuses algorithms would use it as an HMAC secret
 * (RFC 8725 §2.1).
 */
public enum PublicKeyBytes {
  /** The PEM text of the SubjectPublicKeyInfo, with a line break at the end. */
  PEM {
    @Override
    public byte[] of(JWK key) {
      String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(DER.of(key));
      return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
          .getBytes(StandardCharsets.US_ASCII);
    }
  },
  /** The DER bytes of the SubjectPublicKeyInfo. */
  DER {
    @Override
    public byte[] of(JWK key) {
      try {
        return key instanceof OctetKeyPair pair
            ? Ed25519.publicKeyInfo(pair)
            : ((AsymmetricJWK) key).toPublicKey().getEncoded();
      } catch (JOSEException e) {
        throw new IllegalStateException("not a public key", e);
      }
    }
  },
  /** The raw bytes in the JWK: the RSA modulus, or the x coordinate of other keys. */
  MODULUS {
    @Override
    public byte[] of(JWK key) {
      if (key instanceof RSAKey rsa) {
        return rsa.getModulus().decode();
      }
      return key instanceof OctetKeyPair pair
          ? pair.getX().decode()
          : key.toECKey().getX().decode();
    }
  };

  /**
   * The bytes of one key.
   *
   * @param key an asymmetric key
   * @return its public part
   */
  public abstract byte[] of(JWK key);
}
