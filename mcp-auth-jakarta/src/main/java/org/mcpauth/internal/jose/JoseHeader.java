// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.util.Optional;

/**
 * What of a JOSE header (RFC 7515 §4) counts. Keys and key locations that a token brings along
 * ({@code jwk}, {@code jku}, {@code x5u}, {@code x5c}) are not here: nothing can trust them.
 *
 * @param algorithm {@code alg}; empty if there is none
 * @param type {@code typ}
 * @param kid {@code kid}
 * @param critical whether there is a {@code crit}
 */
public record JoseHeader(
    String algorithm, Optional<String> type, Optional<String> kid, boolean critical) {

  /** The type ({@code kty}) of the keys that the algorithm works with; empty for none. */
  public String keyType() {
    return keyType(algorithm);
  }

  static String keyType(String algorithm) {
    return switch (algorithm) {
      case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512" -> "RSA";
      case "ES256", "ES384", "ES512" -> "EC";
      case "EdDSA" -> "OKP";
      case "HS256", "HS384", "HS512" -> "oct";
      default -> "";
    };
  }
}
