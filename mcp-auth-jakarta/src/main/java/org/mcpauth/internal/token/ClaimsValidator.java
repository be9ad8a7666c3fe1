// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Checks the claims of a token whose authenticity is established, whoever established it: issuer,
 * audience and lifetime (RFC 9068 §4). There is no way around this class to an {@link AccessToken}.
 */
final class ClaimsValidator {

  private final Set<String> issuers;
  private final ResourceIdentifier resource;
  private final Duration skew;
  private final Clock clock;

  ClaimsValidator(McpAuthSettings settings, Clock clock) {
    this.issuers = Set.copyOf(settings.authorizationServers());
    this.resource = new ResourceIdentifier(settings.audiences());
    this.skew = settings.jwt().clockSkew();
    this.clock = clock;
  }

  boolean isAccepted(String issuer) {
    return issuers.contains(issuer);
  }

  AccessToken validate(Map<String, Object> claims) {
    ClaimValues values = new ClaimValues(claims);
    String issuer =
        values
            .text("iss")
            .filter(this::isAccepted)
            .orElseThrow(() -> refused("The issuer of the access token is not accepted here"));
    if (!resource.isIn(values.texts("aud"))) {
      throw refused("The access token was not issued for this resource");
    }
    if (values.values().containsKey("cnf")) {
      // RFC 9449 §7.2: what is bound to a key must not be taken from whoever only holds the token.
      throw refused("The access token is bound to a key, which cannot be verified here");
    }
    Instant expiresAt =
        values.date("exp").orElseThrow(() -> refused("The access token has no expiry"));
    Instant now = clock.instant();
    if (!isAlive(expiresAt, now)) {
      throw refused("The access token expired");
    }
    requirePast(values, "nbf", now);
    requirePast(values, "iat", now);
    return new VerifiedToken(values, issuer, expiresAt);
  }

  /** Tells whether a token is still valid (RFC 7519 §4.1.4: "on or after which" it is not). */
  boolean isAlive(Instant expiresAt, Instant now) {
    return now.minus(skew).isBefore(expiresAt);
  }

  private void requirePast(ClaimValues values, String name, Instant now) {
    boolean present = values.values().containsKey(name);
    boolean past = values.date(name).filter(date -> !date.isAfter(now.plus(skew))).isPresent();
    if (present && !past) {
      throw refused("The access token is not valid yet");
    }
  }

  private static InvalidTokenException refused(String reason) {
    return new InvalidTokenException(reason);
  }
}
