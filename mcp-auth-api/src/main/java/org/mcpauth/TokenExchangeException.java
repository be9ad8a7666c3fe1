// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.io.Serial;

/**
 * The caller's token could not be exchanged for one that is for another service. That says nothing
 * about whether the caller may use this resource: over HTTP it is a {@code 503}, since it is this
 * resource that cannot do what it was asked to.
 *
 * <p>Messages have a number and name the authorization server or the host of the target; what the
 * authorization server says is not repeated.
 */
public final class TokenExchangeException extends AuthorizationException {

  @Serial private static final long serialVersionUID = 1L;

  /** Why there is no exchanged token. */
  public enum Reason {
    /** {@code invalid_request}: the authorization server does not take the caller's token. */
    INVALID_REQUEST,
    /** {@code invalid_target}: it issues no tokens for this target (RFC 8693 §2.2.2). */
    INVALID_TARGET,
    /** {@code invalid_scope}: it does not grant these scopes. */
    INVALID_SCOPE,
    /** {@code invalid_grant}: the caller's token is not valid any more. */
    INVALID_GRANT,
    /** {@code invalid_client}: it does not know this resource, or not these credentials. */
    INVALID_CLIENT,
    /** {@code unauthorized_client}: this resource may not exchange tokens. */
    UNAUTHORIZED_CLIENT,
    /** {@code unsupported_grant_type}: it does not exchange tokens at all. */
    UNSUPPORTED_GRANT_TYPE,
    /** It refuses for another reason. */
    REFUSED,
    /** It answers with a token that must not be used. */
    UNUSABLE_TOKEN,
    /** No target is configured for the URL of a request. */
    NO_TARGET,
    /** The target is this resource itself. */
    OWN_RESOURCE
  }

  /** Why there is no exchanged token. */
  private final Reason reason;

  /**
   * Reports that there is no exchanged token.
   *
   * @param reason why
   * @param message the same in words, without any secret
   */
  public TokenExchangeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Why there is no exchanged token.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
