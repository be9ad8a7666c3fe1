// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/**
 * What a token is worth now.
 *
 * @param token the verified token
 * @param scopes the scopes of the token and all that they imply
 * @param now the time of the call
 */
public record Standing(AccessToken token, Scopes scopes, Instant now) {

  /** How the user was authenticated, claim {@code acr} (RFC 9470 §6). */
  Optional<String> acr() {
    return token.claim("acr", String.class);
  }

  /** Not so if the token does not say when it was, claim {@code auth_time}. */
  boolean isAuthenticatedWithin(Duration age) {
    return token
        .claim("auth_time", Number.class)
        .filter(seconds -> seconds.longValue() >= now.minus(age).getEpochSecond())
        .isPresent();
  }

  /**
   * Hides who the caller is.
   *
   * @return the scopes
   */
  @Override
  public String toString() {
    return "Standing[" + scopes + "]";
  }
}
