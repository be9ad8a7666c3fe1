// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;

/**
 * What a verified token says about the key of its sender: its claim {@code cnf} (RFC 7800 §3.1).
 *
 * @param jkt the thumbprint of a DPoP key (RFC 9449 §6.1)
 * @param x5tS256 the thumbprint of a client certificate (RFC 8705 §3.1)
 * @param understood false if the token is bound in another way as well, or in one that cannot be
 *     read: such a token must not be accepted
 */
public record Confirmation(Optional<String> jkt, Optional<String> x5tS256, boolean understood) {

  private static final Confirmation UNBOUND =
      new Confirmation(Optional.empty(), Optional.empty(), true);
  private static final Confirmation NOT_UNDERSTOOD =
      new Confirmation(Optional.empty(), Optional.empty(), false);

  private static final String JKT = "jkt";
  private static final String X5T_S256 = "x5t#S256";

  /** Base64url of a SHA-256, without padding. */
  private static final int THUMBPRINT_LENGTH = 43;

  /**
   * Reads the claim.
   *
   * @param token a verified token
   * @return what it is bound to
   */
  public static Confirmation of(AccessToken token) {
    // Not by type: a cnf that is no object would look like none.
    return token.getClaimNames().contains("cnf")
        ? read(token.claim("cnf", Object.class).orElse(null))
        : UNBOUND;
  }

  /**
   * Whether the token is bound to anything.
   *
   * @return false if whoever has it may use it
   */
  public boolean isBound() {
    return !equals(UNBOUND);
  }

  private static Confirmation read(@Nullable Object cnf) {
    if (!(cnf instanceof Map<?, ?> members)
        || members.isEmpty()
        || !members.keySet().stream().allMatch(name -> JKT.equals(name) || X5T_S256.equals(name))
        || !members.values().stream().allMatch(Confirmation::isThumbprint)) {
      return NOT_UNDERSTOOD;
    }
    return new Confirmation(text(members.get(JKT)), text(members.get(X5T_S256)), true);
  }

  private static boolean isThumbprint(@Nullable Object value) {
    return value instanceof String text && text.length() == THUMBPRINT_LENGTH;
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(String::valueOf);
  }
}
