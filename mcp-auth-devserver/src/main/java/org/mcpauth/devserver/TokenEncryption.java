// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import java.security.PublicKey;
import java.util.Optional;
import org.mcpauth.devserver.internal.mint.Encryption;

/**
 * How a minted token is encrypted: by default as a nested JWT (RFC 7519 §5.2) that says {@code cty:
 * JWT}. Immutable: every method returns a new value.
 *
 * <pre>{@code
 * String token =
 *     draft.encrypted(TokenEncryption.to(publicKey).keyId("enc-1")).mint();
 * }</pre>
 */
public final class TokenEncryption {

  private final Encryption encryption;

  private TokenEncryption(Encryption encryption) {
    this.encryption = encryption;
  }

  /**
   * Encrypts to a key: with {@code RSA-OAEP-256} to RSA keys, {@code ECDH-ES} to EC keys, and
   * {@code A256GCM}.
   *
   * @param recipient the public key of the protected resource
   * @return a new value
   * @throws IllegalArgumentException if the key is neither RSA nor EC
   */
  public static TokenEncryption to(PublicKey recipient) {
    return new TokenEncryption(Encryption.to(recipient));
  }

  /**
   * Another key management algorithm, {@code alg} (RFC 7518 §4.1).
   *
   * @param name its name, such as {@code ECDH-ES+A128KW} or the forbidden {@code RSA1_5}
   * @return a new value
   * @throws IllegalArgumentException if it does not fit the key
   */
  public TokenEncryption algorithm(String name) {
    return new TokenEncryption(
        new Encryption(
            encryption.recipient(),
            JWEAlgorithm.parse(name),
            encryption.method(),
            encryption.keyId(),
            encryption.contentType(),
            encryption.compressed()));
  }

  /**
   * Another content encryption, {@code enc} (RFC 7518 §5.1).
   *
   * @param name its name, such as {@code A128CBC-HS256}
   * @return a new value
   * @throws IllegalArgumentException if it is unknown
   */
  public TokenEncryption method(String name) {
    return new TokenEncryption(
        new Encryption(
            encryption.recipient(),
            encryption.algorithm(),
            EncryptionMethod.parse(name),
            encryption.keyId(),
            encryption.contentType(),
            encryption.compressed()));
  }

  /**
   * Names the key that decrypts, {@code kid}; there is none by default.
   *
   * @param keyId a key id
   * @return a new value
   */
  public TokenEncryption keyId(String keyId) {
    return described(Optional.of(keyId), encryption.contentType(), encryption.compressed());
  }

  /**
   * No {@code cty}: a verifier cannot know that a JWT is inside (RFC 7519 §5.2 requires it).
   *
   * @return a new value
   */
  public TokenEncryption withoutContentType() {
    return described(encryption.keyId(), Optional.empty(), encryption.compressed());
  }

  /**
   * Compresses before it encrypts, {@code zip: DEF}: with {@link TokenDraft#oversized} a small
   * token becomes large when it is decrypted (RFC 8725 §2.4 and §3.6).
   *
   * @return a new value
   */
  public TokenEncryption compressed() {
    return described(encryption.keyId(), encryption.contentType(), true);
  }

  private TokenEncryption described(
      Optional<String> keyId, Optional<String> contentType, boolean compressed) {
    return new TokenEncryption(
        new Encryption(
            encryption.recipient(),
            encryption.algorithm(),
            encryption.method(),
            keyId,
            contentType,
            compressed));
  }

  String encrypt(String token) {
    return encryption.encrypt(token);
  }
}
