// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.security.PublicKey;
import java.util.Optional;

/**
 * A key of an authorization server (RFC 7517 §4).
 *
 * @param kid its id, if it has one
 * @param algorithm the only algorithm it is for, if it is for one
 * @param keyType its {@code kty}: RSA, EC or OKP
 * @param key the public key
 */
public record VerificationKey(
    Optional<String> kid, Optional<String> algorithm, String keyType, PublicKey key) {

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
}
