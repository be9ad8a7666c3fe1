// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.util.Map;
import java.util.Set;

/** Claims that access tokens do not have, and by which other JWTs are known (RFC 8725 §3.12). */
public final class ForeignClaims {

  /** ID tokens: OpenID Connect Core §2, §3.3.2.11. */
  private static final Set<String> ID_TOKEN = Set.of("nonce", "at_hash", "c_hash", "s_hash");

  /** Logout and security events, introspection responses, DPoP proofs. */
  private static final Set<String> OTHERS = Set.of("events", "token_introspection", "htu", "htm");

  private ForeignClaims() {}

  /**
   * Tells whether claims are those of an ID token.
   *
   * @param claims the claims
   * @return whether one of them is only in ID tokens
   */
  public static boolean ofIdToken(Map<String, Object> claims) {
    return ID_TOKEN.stream().anyMatch(claims::containsKey);
  }

  /**
   * Tells whether claims are those of something else than an access token.
   *
   * @param claims the claims of a JWT
   * @return whether one of them is not in access tokens
   */
  public static boolean in(Map<String, Object> claims) {
    return ofIdToken(claims) || OTHERS.stream().anyMatch(claims::containsKey);
  }
}
