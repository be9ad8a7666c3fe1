// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.io.Serial;

/**
 * A call was refused. Thrown to code that calls a guarded method; HTTP clients see a status and a
 * challenge instead.
 *
 * <p>Messages name scopes and operations, never a token or a personal claim.
 */
public abstract sealed class AuthorizationException extends RuntimeException
    permits InvalidTokenException,
        InsufficientScopeException,
        InsufficientUserAuthenticationException,
        OperationForbiddenException,
        TokenExchangeException,
        AuthorizationServerUnavailableException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the subclasses.
   *
   * @param message what was refused and why, without any secret
   */
  protected AuthorizationException(String message) {
    super(message);
  }

  /**
   * For the subclasses.
   *
   * @param message what was refused and why, without any secret
   * @param cause what led to it; its message must not carry a secret either
   */
  protected AuthorizationException(String message, Throwable cause) {
    super(message, cause);
  }
}
