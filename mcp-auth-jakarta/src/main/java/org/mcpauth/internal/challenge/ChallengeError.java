// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

/**
 * The error codes of challenges (RFC 6750 §3.1, RFC 9449 §7.1 and §9, RFC 9470 §3), each with the
 * HTTP status that the RFC gives it.
 */
public enum ChallengeError {
  /** The request is malformed, or has the token in more than one place. */
  INVALID_REQUEST("invalid_request", 400, "The request is malformed"),
  /** The token is expired, revoked, malformed or not valid here, or bound to another key. */
  INVALID_TOKEN("invalid_token", 401, "The access token is not valid"),
  /** The token lacks a scope. */
  INSUFFICIENT_SCOPE(
      "insufficient_scope", 403, "The access token lacks a scope that this operation needs"),
  /** The user has to be authenticated otherwise, or again (RFC 9470 §3). */
  INSUFFICIENT_USER_AUTHENTICATION(
      "insufficient_user_authentication",
      401,
      "The operation needs another or a more recent authentication of the user"),
  /** The DPoP proof is missing or not valid. */
  INVALID_DPOP_PROOF("invalid_dpop_proof", 401, "The DPoP proof is not valid"),
  /** The DPoP proof needs the nonce that comes with this answer. */
  USE_DPOP_NONCE("use_dpop_nonce", 401, "The DPoP proof needs a nonce of this server");

  private final String code;
  private final int status;
  private final String generalDescription;

  ChallengeError(String code, int status, String generalDescription) {
    this.code = code;
    this.status = status;
    this.generalDescription = generalDescription;
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

  /** What it means, where nothing more exact can be said. */
  String generalDescription() {
    return generalDescription;
  }

  /** Whether the scheme Bearer does not know this error. */
  boolean dpopAlone() {
    return this == INVALID_DPOP_PROOF || this == USE_DPOP_NONCE;
  }
}
