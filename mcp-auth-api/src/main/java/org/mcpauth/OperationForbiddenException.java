// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.io.Serial;

/**
 * The token is valid, and no scope would help: the operation is closed, or open to other roles
 * only. Over HTTP a {@code 403} without a challenge, so that clients do not ask for another token.
 */
public final class OperationForbiddenException extends AuthorizationException {

  @Serial private static final long serialVersionUID = 1L;

  /** Refuses an operation. */
  public OperationForbiddenException() {
    super("access_denied: the caller may not use this operation");
  }
}
