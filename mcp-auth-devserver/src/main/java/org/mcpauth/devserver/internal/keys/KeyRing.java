// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mcpauth.devserver.internal.settings.KeyType;

/** The current signing key and the retired ones that are still published. */
public final class KeyRing {

  private static final int MOST_PUBLISHED = 10;

  private final KeyType type;
  private volatile List<SigningKey> newestFirst;

  /**
   * A ring with one key.
   *
   * @param type the kind of key
   */
  public KeyRing(KeyType type) {
    this.type = type;
    this.newestFirst = List.of(SigningKey.generate(type));
  }

  /**
   * The key that signs.
   *
   * @return the newest key
   */
  public SigningKey current() {
    return newestFirst.get(0);
  }

  /**
   * Finds a published key.
   *
   * @param keyId a {@code kid}
   * @return the key, current or retired
   */
  public Optional<SigningKey> find(String keyId) {
    return newestFirst.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
  }

  /**
   * Checks the signature of a JWT, whatever it says.
   *
   * @param token a compact JWS
   * @return the JWT, if a published key signed it
   */
  public Optional<SignedJWT> genuine(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      String signingInput = token.substring(0, token.lastIndexOf('.'));
      return find(Optional.ofNullable(jwt.getHeader().getKeyID()).orElse(""))
          .filter(key -> key.algorithm().equals(jwt.getHeader().getAlgorithm()))
          .filter(key -> key.verifies(signingInput, jwt.getSignature()))
          .map(key -> jwt);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** Signs with a new key from now on; the others stay published. */
  public synchronized void rotate() {
    List<SigningKey> keys = new ArrayList<>(newestFirst);
    keys.add(0, SigningKey.generate(type));
    newestFirst = List.copyOf(keys.subList(0, Math.min(keys.size(), MOST_PUBLISHED)));
  }

  /** Publishes the current key only. */
  public synchronized void dropRetired() {
    newestFirst = List.of(current());
  }

  /**
   * The JWK Set of RFC 7517 §5.
   *
   * @return public keys only
   */
  public JWKSet published() {
    List<JWK> keys = newestFirst.stream().map(SigningKey::jwk).toList();
    return new JWKSet(keys).toPublicJWKSet();
  }
}
