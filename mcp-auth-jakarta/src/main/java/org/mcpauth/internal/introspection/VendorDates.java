// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes NumericDates (RFC 7519 §2) of the ways in which vendors say when a token ends. What cannot
 * be read stays as it is and leads to a refusal: it must not count as "no end".
 */
final class VendorDates {

  /** No more digits than a long has in any case. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

  private static final List<String> DATES = List.of("exp", "iat", "nbf", "expires_in");

  private final Clock clock;

  VendorDates(Clock clock) {
    this.clock = clock;
  }

  /**
   * Puts {@code exp} in, where the end is said in another way.
   *
   * @param said the claims as the vendor says them
   * @return the claims; {@code exp} is absent only if they do not say any end
   */
  Map<String, Object> normalized(Map<String, Object> said) {
    Map<String, Object> claims = new LinkedHashMap<>(said);
    for (String name : DATES) {
      number(claims.get(name)).ifPresent(number -> claims.put(name, number));
    }
    if (!claims.containsKey("exp")) {
      end(claims).ifPresent(end -> claims.put("exp", end));
    }
    return claims;
  }

  private Optional<Object> end(Map<String, Object> claims) {
    Object seconds = claims.get("expires_in");
    if (seconds instanceof Number left) {
      return Optional.of(after(left.longValue()));
    }
    if (seconds != null) {
      return Optional.of(seconds);
    }
    return Optional.ofNullable(claims.get("expires_at")).map(VendorDates::date);
  }

  /** A number too large to be added becomes one too large to be a date, and so a refusal. */
  private long after(long seconds) {
    long now = clock.instant().getEpochSecond();
    return seconds > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + seconds;
  }

  private static Object date(Object value) {
    Optional<Long> number = number(value);
    if (number.isPresent()) {
      return number.get();
    }
    try {
      return OffsetDateTime.parse(String.valueOf(value)).toEpochSecond();
    } catch (DateTimeException e) {
      return value;
    }
  }

  private static Optional<Long> number(@Nullable Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.longValue());
    }
    return value instanceof String text && WHOLE_NUMBER.matcher(text).matches()
        ? Optional.of(Long.valueOf(text))
        : Optional.empty();
  }
}
