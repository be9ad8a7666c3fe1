// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Reads public keys that are configured as text: PEM {@code PUBLIC KEY} or {@code CERTIFICATE} (RFC
 * 7468), a JWK or a JWK Set (RFC 7517). Whoever configures keys is told about each that is wrong.
 */
public final class StaticKeys {

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private StaticKeys() {}

  /**
   * Reads keys.
   *
   * @param text the text
   * @return at least one public key that verifies signatures
   * @throws IllegalArgumentException if there is none, or a private or symmetric one; the message
   *     completes "the value …" and does not quote the key
   */
  public static List<VerificationKey> read(String text) {
    if (Pem.looksLike(text)) {
      List<VerificationKey> keys = new ArrayList<>();
      for (Pem block : Pem.read(text)) {
        keys.add(verified(jwk(publicKey(block))));
      }
      return List.copyOf(keys);
    }
    if (!text.stripLeading().startsWith("{")) {
      throw new IllegalArgumentException("is neither PEM nor JSON");
    }
    Map<String, Object> members = KeySetReader.members(text);
    if (!members.containsKey("keys")) {
      return List.of(verified(new PublicJwk(members)));
    }
    if (KeySetReader.items(members).stream()
        .map(KeySetReader::jwk)
        .anyMatch(PublicJwk::isPrivate)) {
      throw new IllegalArgumentException(
          "holds a private or symmetric key where public ones belong");
    }
    List<VerificationKey> keys = KeySetReader.read(text);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("has no key that verifies signatures");
    }
    return keys;
  }

  private static VerificationKey verified(PublicJwk jwk) {
    try {
      return jwk.read();
    } catch (PublicJwk.RefusedException e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  private static PublicJwk jwk(PublicKey key) {
    try {
      return new PublicJwk(
          JsonWebKey.Factory.newJwk(key).toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    } catch (JoseException | RuntimeException e) {
      throw new IllegalArgumentException("is of a kind that is not known here");
    }
  }

  private static PublicKey publicKey(Pem block) {
    if (block.label().endsWith("PRIVATE KEY")) {
      throw new IllegalArgumentException("is a private key where a public one belongs");
    }
    return switch (block.label()) {
      case "PUBLIC KEY" -> publicKey(block.content());
      case "CERTIFICATE" -> certified(block.content());
      default ->
          throw new IllegalArgumentException("is PEM, but neither a PUBLIC KEY nor a CERTIFICATE");
    };
  }

  private static PublicKey certified(byte[] content) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(content))
          .getPublicKey();
    } catch (CertificateException | RuntimeException e) {
      throw new IllegalArgumentException("is PEM, but its certificate is malformed");
    }
  }

  private static PublicKey publicKey(byte[] content) {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(content));
      } catch (GeneralSecurityException | RuntimeException e) {
        // then it is of another kind
      }
    }
    throw new IllegalArgumentException("is PEM, but its key is malformed or of an unknown kind");
  }
}
