// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.security.Key;
import java.util.Optional;

/**
 * A key that verifies signatures of an authorization server (RFC 7517 §4).
 *
 * @param kid its id, if it has one
 * @param algorithm the only algorithm it is for, if it is for one
 * @param keyType its {@code kty}: RSA, EC or OKP; oct for a configured secret, and only for that
 * @param key the public key, or the secret
 */
public record VerificationKey(
    Optional<String> kid, Optional<String> algorithm, String keyType, Key key) {

  /**
   * Tells whether a signature may have been made with this key.
   *
   * @param header the header of the token
   * @return true if algorithm and, where both have one, key id fit
   */
  public boolean fits(JoseHeader header) {
    return header.keyType().equals(keyType)
        && algorithm.map(header.algorithm()::equals).orElse(true)
        && (header.kid().isEmpty() || kid.isEmpty() || header.kid().equals(kid));
  }

  /**
   * Hides the key, which may be a secret.
   *
   * @return type and algorithm
   */
  @Override
  public String toString() {
    return "VerificationKey[" + keyType + algorithm.map(a -> " " + a).orElse("") + "]";
  }
}
