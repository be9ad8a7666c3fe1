// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.ResourceIdentifier;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * Checks the claims of a token whose authenticity is established, whoever established it: issuer,
 * audience and lifetime (RFC 9068 §4). There is no way around this class to an {@link AccessToken}.
 */
final class ClaimsValidator {

  private final Map<String, IssuerRules> issuers;
  private final String scopePrefix;
  private final Clock clock;

  /** What one issuer's tokens have to be like. */
  private record IssuerRules(IssuerSettings settings, ResourceIdentifier resource) {}

  ClaimsValidator(ResourceSettings settings, Clock clock) {
    Map<String, IssuerRules> rules = new LinkedHashMap<>();
    for (IssuerSettings issuer : settings.issuers()) {
      rules.put(
          issuer.issuer(), new IssuerRules(issuer, new ResourceIdentifier(issuer.audiences())));
    }
    this.issuers = Map.copyOf(rules);
    this.scopePrefix = settings.scopePrefix();
    this.clock = clock;
  }

  AccessToken validate(Map<String, Object> claims) {
    ClaimValues values = new ClaimValues(claims);
    IssuerRules rules =
        values
            .text("iss")
            .flatMap(issuer -> Optional.ofNullable(issuers.get(issuer)))
            .orElseThrow(() -> refused("The issuer of the access token is not accepted here"));
    IssuerSettings issuer = rules.settings();
    if (!rules.resource().isIn(values.texts(issuer.claims().audience()))) {
      throw refused("The access token was not issued for this resource");
    }
    Instant expiresAt =
        values.date("exp").orElseThrow(() -> refused("The access token has no expiry"));
    requireAlive(values, expiresAt, issuer.jwt());
    return new VerifiedToken(values, issuer, scopePrefix, expiresAt);
  }

  /** RFC 7519 §4.1.4: "on or after which" a token is not valid any more. */
  private void requireAlive(ClaimValues values, Instant expiresAt, IssuerSettings.Jwt rules) {
    Instant now = clock.instant();
    Duration skew = rules.clockSkew();
    if (!now.minus(skew).isBefore(expiresAt)) {
      throw refused("The access token expired");
    }
    requirePast(values, "nbf", now.plus(skew));
    requirePast(values, "iat", now.plus(skew));
    if (!rules.maxAge().isZero()) {
      Instant oldest = now.minus(skew).minus(rules.maxAge());
      if (values.date("iat").filter(issued -> issued.isAfter(oldest)).isEmpty()) {
        throw refused("The access token was issued too long ago");
      }
    }
  }

  private static void requirePast(ClaimValues values, String name, Instant latest) {
    boolean present = values.values().containsKey(name);
    boolean past = values.date(name).filter(date -> !date.isAfter(latest)).isPresent();
    if (present && !past) {
      throw refused("The access token is not valid yet");
    }
  }

  private static InvalidTokenException refused(String reason) {
    return new InvalidTokenException(reason);
  }
}
