// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mcpauth.ExchangedToken;
import org.mcpauth.Scopes;
import org.mcpauth.TokenExchange.Target;
import org.mcpauth.internal.jose.Sha256;

/**
 * Reads what an authorization server answers to a token exchange (RFC 8693 §2.2.1). Whatever could
 * make a caller's own token go elsewhere, or is not what was asked for, is refused. Thread-safe.
 */
final class ExchangeResponse {

  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

  /** RFC 6750 §2.1. Anything else could not be sent in a header as it is. */
  private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final Duration maxTtl;
  private final Clock clock;

  ExchangeResponse(Duration maxTtl, Clock clock) {
    this.maxTtl = maxTtl;
    this.clock = clock;
  }

  /** The token must not be used. Says why, without anything of the answer. */
  static final class UnusableException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  ExchangedToken read(Map<String, Object> members, Subject subject, Target target)
      throws UnusableException {
    String token = text(members, "access_token", "is not there");
    require(B64TOKEN.matcher(token).matches(), "cannot be sent in a header");
    require(!Sha256.same(token, subject.presented().value()), "is that of the caller");
    String issued = text(members, "issued_token_type", "has no issued_token_type");
    require(Set.of(ACCESS_TOKEN, JWT).contains(issued), "is of another type than asked for");
    String type = text(members, "token_type", "has no token_type");
    require(
        List.of("Bearer", "N_A").stream().anyMatch(type::equalsIgnoreCase),
        "is neither Bearer nor N_A");
    return new ExchangedToken(
        token, issued, type, expiry(members, subject), scopes(members, target));
  }

  private static String text(Map<String, Object> members, String name, String otherwise)
      throws UnusableException {
    if (members.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new UnusableException(otherwise);
  }

  /** As long as it says, as it may be remembered, and as the caller may be served. */
  private Instant expiry(Map<String, Object> members, Subject subject) throws UnusableException {
    Instant end = clock.instant().plusSeconds(lifetime(members.get("expires_in")));
    Instant callers = subject.verified().expiresAt();
    return end.isBefore(callers) ? end : callers;
  }

  private long lifetime(@Nullable Object seconds) throws UnusableException {
    if (seconds == null) {
      return maxTtl.toSeconds();
    }
    require(seconds instanceof Number left && left.longValue() > 0, "has expired already");
    return Math.min(((Number) seconds).longValue(), maxTtl.toSeconds());
  }

  private static Scopes scopes(Map<String, Object> members, Target target)
      throws UnusableException {
    Object granted = members.get("scope");
    if (granted == null) {
      return target.scopes();
    }
    try {
      return Scopes.parse(String.valueOf(granted));
    } catch (IllegalArgumentException e) {
      throw new UnusableException("has a scope that is none");
    }
  }

  private static void require(boolean condition, String otherwise) throws UnusableException {
    if (!condition) {
      throw new UnusableException(otherwise);
    }
  }
}
