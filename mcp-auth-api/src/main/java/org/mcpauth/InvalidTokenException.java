// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.io.Serial;

/**
 * There is no valid access token: none came, or the one that came is expired, revoked, malformed or
 * not meant for this resource, or lacks a claim that the operation needs ({@link TokenClaim}). The
 * counterpart of {@code invalid_token} in <a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750 §3.1</a>, over HTTP a {@code
 * 401}.
 *
 * <p>A {@link org.mcpauth.spi.TokenVerifier} throws it to refuse a token.
 */
public final class InvalidTokenException extends AuthorizationException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Refuses a token.
   *
   * @param message why, in words that may be shown to the client: no token, no claim values
   */
  public InvalidTokenException(String message) {
    super(message);
  }
}
