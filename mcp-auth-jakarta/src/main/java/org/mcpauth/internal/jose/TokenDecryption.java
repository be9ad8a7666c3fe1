// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.XECPrivateKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.settings.Secret;

/**
 * Decrypts nested JWTs (RFC 7519 §5.2, RFC 7516) with the private keys of this resource. What is
 * inside still has to be verified. Immutable and thread-safe.
 */
public final class TokenDecryption {

  private static final AlgorithmConstraints KEY_MANAGEMENT =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          "RSA-OAEP",
          "RSA-OAEP-256",
          "ECDH-ES",
          "ECDH-ES+A128KW",
          "ECDH-ES+A192KW",
          "ECDH-ES+A256KW");

  private static final AlgorithmConstraints CONTENT =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          "A128GCM",
          "A192GCM",
          "A256GCM",
          "A128CBC-HS256",
          "A192CBC-HS384",
          "A256CBC-HS512");

  private final List<OwnKey> keys;

  private TokenDecryption(List<OwnKey> keys) {
    this.keys = keys;
  }

  /**
   * The decryption where no key is configured: refuses every encrypted token.
   *
   * @return it
   */
  public static TokenDecryption none() {
    return new TokenDecryption(List.of());
  }

  /**
   * The decryption with configured keys.
   *
   * @param keys the texts of PEM private keys (PKCS#8), JWKs or JWK Sets
   * @return the decryption
   * @throws IllegalArgumentException if one is not a private RSA, EC or X25519 key; the message
   *     completes "the value …" and does not quote the key
   */
  public static TokenDecryption with(List<Secret> keys) {
    List<OwnKey> read = keys.stream().flatMap(key -> OwnKey.read(key).stream()).toList();
    if (!read.stream().allMatch(own -> isRsa(own.key()) || isAgreement(own.key()))) {
      throw new IllegalArgumentException("is a key of a kind that decrypts nothing");
    }
    return new TokenDecryption(read);
  }

  private static boolean isRsa(PrivateKey key) {
    return key instanceof RSAPrivateKey;
  }

  private static boolean isAgreement(PrivateKey key) {
    return key instanceof ECPrivateKey || key instanceof XECPrivateKey;
  }

  /**
   * Tells whether a token has the form of a JWE (RFC 7516 §9).
   *
   * @param token the text of the token
   * @return true if it has five parts
   */
  static boolean isEncrypted(String token) {
    return token.chars().filter(c -> c == '.').count() == 4;
  }

  /**
   * Decrypts a token.
   *
   * @param token a JWE in the compact serialization
   * @return the signed JWT in it, not verified
   * @throws InvalidTokenException if it cannot be decrypted, or is not a nested JWT
   */
  String decrypt(String token) {
    if (keys.isEmpty()) {
      throw new InvalidTokenException("The access token is encrypted, which is not accepted here");
    }
    JsonWebEncryption outer = parse(token);
    if (outer.getHeaders().getObjectHeaderValue(HeaderParameterNames.ZIP) != null) {
      throw new InvalidTokenException("The encrypted access token is compressed");
    }
    if (!"JWT".equalsIgnoreCase(outer.getContentTypeHeaderValue())) {
      throw noSignedJwt();
    }
    return fitting(outer)
        .flatMap(own -> plaintext(token, own.key()).stream())
        .findFirst()
        .orElseThrow(TokenDecryption::undecipherable);
  }

  private static JsonWebEncryption parse(String token) {
    try {
      JsonWebEncryption jwe = new JsonWebEncryption();
      jwe.setAlgorithmConstraints(KEY_MANAGEMENT);
      jwe.setContentEncryptionAlgorithmConstraints(CONTENT);
      jwe.setCompactSerialization(token);
      return jwe;
    } catch (JoseException | RuntimeException e) {
      throw undecipherable();
    }
  }

  /** The keys of the algorithm's kind, and of the key id where both name one. */
  private Stream<OwnKey> fitting(JsonWebEncryption outer) {
    String algorithm = String.valueOf(outer.getAlgorithmHeaderValue());
    Optional<String> kid = Optional.ofNullable(outer.getKeyIdHeaderValue());
    return keys.stream()
        .filter(own -> algorithm.startsWith("RSA") ? isRsa(own.key()) : isAgreement(own.key()))
        .filter(own -> own.algorithm().map(algorithm::equals).orElse(true))
        .filter(own -> kid.isEmpty() || own.kid().isEmpty() || kid.equals(own.kid()));
  }

  /** Whatever fails, the answer is the same, so that nobody learns about the key from it. */
  private static Optional<String> plaintext(String token, PrivateKey key) {
    try {
      JsonWebEncryption jwe = parse(token);
      jwe.setKey(key);
      return Optional.of(jwe.getPlaintextString());
    } catch (JoseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static InvalidTokenException undecipherable() {
    return new InvalidTokenException("The access token cannot be decrypted");
  }

  /** The refusal of what is encrypted, but not signed inside. */
  static InvalidTokenException noSignedJwt() {
    return new InvalidTokenException("The encrypted access token holds no signed JWT");
  }
}
