// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

/** The error codes of RFC 6750 §3.1, each with the HTTP status that the RFC gives it. */
public enum BearerError {
  /** The request is malformed, or has the token in more than one place. */
  INVALID_REQUEST("invalid_request", 400),
  /** The token is expired, revoked, malformed or not valid here. */
  INVALID_TOKEN("invalid_token", 401),
  /** The token lacks a scope. */
  INSUFFICIENT_SCOPE("insufficient_scope", 403);

  private final String code;
  private final int status;

  BearerError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /**
   * The value of the {@code error} parameter.
   *
   * @return the code
   */
  public String code() {
    return code;
  }

  /**
   * The HTTP status.
   *
   * @return 400, 401 or 403
   */
  public int status() {
    return status;
  }
}
