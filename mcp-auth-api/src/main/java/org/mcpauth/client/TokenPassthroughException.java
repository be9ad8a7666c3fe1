// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.client;

import java.io.Serial;

/**
 * A request was not sent because it carries the caller's own token. That is a fault of the
 * application and not of the caller, so it is no {@link org.mcpauth.AuthorizationException}. The
 * message has a number and names the host to which the request would have gone.
 */
public final class TokenPassthroughException extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Reports a request that was not sent.
   *
   * @param message where it would have gone, without the token
   */
  public TokenPassthroughException(String message) {
    super(message);
  }
}
