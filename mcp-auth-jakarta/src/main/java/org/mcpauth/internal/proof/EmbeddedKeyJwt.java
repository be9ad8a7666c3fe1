// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.util.Map;
import java.util.Optional;

/**
 * A JWT that brings the key along that it says it is signed with, in its header {@code jwk} (RFC
 * 7515 §4.1.3). Nothing of it is to be believed before {@link #isSignedByItsKey()} says so.
 */
public interface EmbeddedKeyJwt {

  /**
   * The type.
   *
   * @return {@code typ} as it was written; empty if there is none
   */
  Optional<String> type();

  /**
   * The algorithm.
   *
   * @return {@code alg}; empty if there is none
   */
  String algorithm();

  /**
   * The claims.
   *
   * @return strings, booleans, nulls, numbers, lists and maps
   */
  Map<String, Object> claims();

  /**
   * The SHA-256 thumbprint of the key (RFC 7638).
   *
   * @return 43 characters of base64url
   */
  String thumbprint();

  /**
   * Checks the signature, which takes longer than everything else.
   *
   * @return true if it was made, by the algorithm of the header, with the private counterpart of
   *     the key
   */
  boolean isSignedByItsKey();

  /** Takes JWTs apart. Thread-safe. */
  @FunctionalInterface
  interface Parser {

    /**
     * Takes a JWT apart.
     *
     * @param text a JWS in compact serialization, already bounded in length
     * @return the JWT; empty if this is none, if it has a {@code crit}, or if its {@code jwk} is
     *     absent, symmetric, of an unknown kind, or has a private part (RFC 9449 §4.3, check 7)
     */
    Optional<EmbeddedKeyJwt> parse(String text);
  }
}
