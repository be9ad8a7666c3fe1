// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Makes claims of what an authorization server says about an active token. Nothing is assumed but
 * what the answer itself establishes: who gave it, and for how long it counts. An audience that it
 * does not name stays unnamed, and the token will be refused (AUD-3). Thread-safe.
 */
final class ActiveToken {

  private final String issuer;
  private final Duration ttl;
  private final Clock clock;

  ActiveToken(IssuerSettings settings, Clock clock) {
    this.issuer = settings.issuer();
    this.ttl = settings.introspection().ttl();
    this.clock = clock;
  }

  /**
   * Completes claims.
   *
   * @param said the claims of the answer
   * @return the same with {@code iss} and {@code exp}: where the answer has no end of its own it
   *     counts for as long as answers are configured to
   * @throws InvalidTokenException if the token is another issuer's
   */
  VerifiedClaims claims(Map<String, Object> said) {
    Map<String, Object> claims = new LinkedHashMap<>(said);
    if (!claims.computeIfAbsent("iss", name -> issuer).equals(issuer)) {
      throw new InvalidTokenException(
          "The issuer of the access token is not the one that knows it");
    }
    claims.computeIfAbsent("exp", name -> clock.instant().plus(ttl).getEpochSecond());
    return new VerifiedClaims(claims, ttl);
  }
}
