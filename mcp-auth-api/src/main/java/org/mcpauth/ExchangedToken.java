// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.time.Instant;

/**
 * A token that was issued in exchange for the caller's (<a
 * href="https://www.rfc-editor.org/rfc/rfc8693#section-2.2.1">RFC 8693 §2.2.1</a>). It is for
 * another service: nothing about it was verified here. Immutable.
 *
 * @param value the token itself, to be sent to that service and to nobody else. Secret
 * @param issuedTokenType what it is: {@code urn:ietf:params:oauth:token-type:access_token} or
 *     {@code urn:ietf:params:oauth:token-type:jwt}
 * @param tokenType how it is used: {@code Bearer}, or {@code N_A} where it is no access token
 * @param expiresAt until when it may be used: until it expires, but no longer than the caller's own
 *     token is valid and than {@code mcp.auth.token-exchange.max-ttl} says
 * @param scopes what it allows: what the authorization server says, or else what was asked for
 */
public record ExchangedToken(
    String value, String issuedTokenType, String tokenType, Instant expiresAt, Scopes scopes) {

  /**
   * Tells whether the token is used as RFC 6750 says: whoever has it can use it.
   *
   * @return true if its type is {@code Bearer}
   */
  public boolean isBearer() {
    return tokenType.equalsIgnoreCase("Bearer");
  }

  /**
   * Hides the token.
   *
   * @return what can be shown
   */
  @Override
  public String toString() {
    return "ExchangedToken[type=" + tokenType + ", expiresAt=" + expiresAt + "]";
  }
}
