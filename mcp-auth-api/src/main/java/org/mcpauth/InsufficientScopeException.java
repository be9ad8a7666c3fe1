// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.io.Serial;

/**
 * The token is valid, but lacks a scope that the operation needs. The counterpart of {@code
 * insufficient_scope} in <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750
 * §3.1</a>, over HTTP a {@code 403}.
 */
public final class InsufficientScopeException extends AuthorizationException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Scopes required;

  /**
   * Refuses an operation.
   *
   * @param required every scope that the operation needs, not only the missing ones
   */
  public InsufficientScopeException(Scopes required) {
    super("insufficient_scope: the operation needs " + required);
    this.required = required;
  }

  /**
   * The scopes that the operation needs.
   *
   * @return all of them, whether granted or not
   */
  public Scopes required() {
    return required;
  }
}
