// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.mcpauth.internal.settings.Secret;

/**
 * A private key of this resource, for decrypting or signing.
 *
 * @param kid its id, if it has one
 * @param algorithm {@code alg}, if it has one
 * @param key the key
 */
record OwnKey(Optional<String> kid, Optional<String> algorithm, PrivateKey key) {

  private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA", "XDH");

  /**
   * Reads private keys: PEM {@code PRIVATE KEY} (PKCS#8), a JWK or a JWK Set.
   *
   * @throws IllegalArgumentException if one is none; the message completes "the value …" and does
   *     not quote the key
   */
  static List<OwnKey> read(Secret secret) {
    String text = secret.value();
    List<OwnKey> keys = new ArrayList<>();
    if (Pem.looksLike(text)) {
      Pem.read(text).forEach(block -> keys.add(new OwnKey(block)));
      return List.copyOf(keys);
    }
    if (!text.stripLeading().startsWith("{")) {
      throw new IllegalArgumentException("is neither PEM nor JSON");
    }
    Map<String, Object> members = KeySetReader.members(text);
    if (!members.containsKey("keys")) {
      return List.of(of(members));
    }
    KeySetReader.items(members).forEach(item -> keys.add(of(KeySetReader.jwk(item).members())));
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("has no key");
    }
    return List.copyOf(keys);
  }

  private OwnKey(Pem block) {
    this(Optional.empty(), Optional.empty(), privateKey(block));
  }

  private static OwnKey of(Map<String, Object> members) {
    Map<String, Object> material = new LinkedHashMap<>(members);
    List.of("x5c", "x5t", "x5t#S256", "x5u").forEach(material::remove);
    try {
      if (!material.containsValue(ClaimsReader.AMBIGUOUS)
          && JsonWebKey.Factory.newJwk(material) instanceof PublicJsonWebKey jwk
          && jwk.getPrivateKey() != null) {
        return new OwnKey(
            Optional.ofNullable(jwk.getKeyId()),
            Optional.ofNullable(jwk.getAlgorithm()),
            jwk.getPrivateKey());
      }
    } catch (JoseException | RuntimeException e) {
      // Its message may quote the key.
    }
    throw new IllegalArgumentException("is not a private key, or a malformed one");
  }

  private static PrivateKey privateKey(Pem block) {
    switch (block.label()) {
      case "PRIVATE KEY" -> {
        for (String kind : KINDS) {
          try {
            return KeyFactory.getInstance(kind)
                .generatePrivate(new PKCS8EncodedKeySpec(block.content()));
          } catch (GeneralSecurityException | RuntimeException e) {
            // then it is of another kind
          }
        }
        throw new IllegalArgumentException(
            "is PEM, but its key is malformed or of an unknown kind");
      }
      case "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
          throw new IllegalArgumentException(
              "is PEM, but not PKCS#8 without a password:"
                  + " convert it with 'openssl pkcs8 -topk8 -nocrypt'");
      default -> throw new IllegalArgumentException("is PEM, but not a PRIVATE KEY");
    }
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "OwnKey[" + key.getAlgorithm() + "]";
  }
}
