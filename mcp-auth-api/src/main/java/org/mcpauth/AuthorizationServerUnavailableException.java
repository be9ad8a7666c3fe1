// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.io.Serial;

/**
 * Whether a token is valid, or who its user is ({@link UserInfo}), could not be found out, because
 * the authorization server gives no answer that can be used. That says nothing about the token:
 * over HTTP it is a {@code 503} with {@code Retry-After}, never a {@code 401}.
 *
 * <p>A {@link org.mcpauth.spi.TokenVerifier} throws it when what it depends on is out of reach.
 */
public final class AuthorizationServerUnavailableException extends AuthorizationException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Reports an outage.
   *
   * @param message what could not be reached
   */
  public AuthorizationServerUnavailableException(String message) {
    super(message);
  }

  /**
   * Reports an outage.
   *
   * @param message what could not be reached
   * @param cause what happened on the attempt
   */
  public AuthorizationServerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
