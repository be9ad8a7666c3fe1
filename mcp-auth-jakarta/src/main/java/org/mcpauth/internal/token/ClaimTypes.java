// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a claim's value is read as one of the types that RFC 7519 has besides those of JSON. */
public final class ClaimTypes {

  private ClaimTypes() {}

  /**
   * A NumericDate (RFC 7519 §2); a fraction of a second is cut off.
   *
   * @param value the value of a claim
   * @return the time; empty if the value is none
   */
  public static Optional<Instant> date(Object value) {
    if (!(value instanceof Number number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(number.longValue()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * A string or an array of strings, as in {@code aud} (RFC 7519 §4.1.3).
   *
   * @param value the value of a claim
   * @return the strings, in their order; empty if there are none; unmodifiable
   */
  public static Set<String> texts(Object value) {
    if (value instanceof String text) {
      return Set.of(text);
    }
    Set<String> texts = new LinkedHashSet<>();
    if (value instanceof List<?> list) {
      list.stream().filter(String.class::isInstance).map(String.class::cast).forEach(texts::add);
    }
    return Collections.unmodifiableSet(texts);
  }
}
