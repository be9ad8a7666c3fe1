// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * How a finished token is encrypted (RFC 7516, nested as in RFC 7519 §5.2).
 *
 * @param recipient whose private key decrypts
 * @param algorithm {@code alg}
 * @param method {@code enc}
 * @param keyId {@code kid}, unless absent
 * @param contentType {@code cty}, unless absent
 * @param compressed whether the plaintext is compressed, {@code zip}
 */
public record Encryption(
    PublicKey recipient,
    JWEAlgorithm algorithm,
    EncryptionMethod method,
    Optional<String> keyId,
    Optional<String> contentType,
    boolean compressed) {

  /**
   * The algorithm that everybody has for a kind of key, with A256GCM.
   *
   * @param recipient an RSA or EC key
   * @return a new value
   * @throws IllegalArgumentException if nothing can be encrypted to the key
   */
  public static Encryption to(PublicKey recipient) {
    JWEAlgorithm algorithm =
        recipient instanceof RSAPublicKey ? JWEAlgorithm.RSA_OAEP_256 : JWEAlgorithm.ECDH_ES;
    Optional<String> jwt = Optional.of("JWT");
    return new Encryption(
        recipient, algorithm, EncryptionMethod.A256GCM, Optional.empty(), jwt, false);
  }

  /** Refuses what cannot be encrypted, so that the mistake shows where it was made. */
  public Encryption {
    JWEEncrypter encrypter = encrypter(recipient);
    if (!encrypter.supportedJWEAlgorithms().contains(algorithm)
        || !encrypter.supportedEncryptionMethods().contains(method)) {
      throw new IllegalArgumentException(
          "cannot encrypt to this key with " + algorithm + " and " + method);
    }
  }

  /**
   * Encrypts.
   *
   * @param token what becomes the plaintext
   * @return five segments
   */
  public String encrypt(String token) {
    JWEHeader.Builder header = new JWEHeader.Builder(algorithm, method);
    keyId.ifPresent(header::keyID);
    contentType.ifPresent(header::contentType);
    if (compressed) {
      header.compressionAlgorithm(CompressionAlgorithm.DEF);
    }
    JWEObject jwe = new JWEObject(header.build(), new Payload(token));
    try {
      jwe.encrypt(encrypter(recipient));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot encrypt with " + algorithm + " and " + method, e);
    }
    return jwe.serialize();
  }

  private static JWEEncrypter encrypter(PublicKey recipient) {
    if (recipient instanceof RSAPublicKey rsa) {
      return new RSAEncrypter(rsa);
    }
    if (recipient instanceof ECPublicKey ec) {
      try {
        return new ECDHEncrypter(ec);
      } catch (JOSEException e) {
        throw new IllegalArgumentException("not a curve that JOSE knows", e);
      }
    }
    throw new IllegalArgumentException("only RSA and EC keys can be encrypted to");
  }

  /** Names no key. */
  @Override
  public String toString() {
    return "Encryption[" + algorithm + ", " + method + "]";
  }
}
