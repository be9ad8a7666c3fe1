// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.Scopes;
import org.mcpauth.internal.jose.ClaimsReader;

/**
 * Claims in the types that RFC 7519 and RFC 9068 give them. A claim of another type counts as
 * absent, so that what needs it is refused.
 *
 * @param values the claims, unmodifiable through and through
 */
record ClaimValues(Map<String, Object> values) {

  ClaimValues {
    values = copyOf(values, 1);
  }

  Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A NumericDate (RFC 7519 §2); a fraction of a second is cut off. */
  Optional<Instant> date(String name) {
    if (!(values.get(name) instanceof Number number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(number.longValue()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A string or an array of strings, as in {@code aud} (RFC 7519 §4.1.3). */
  Set<String> texts(String name) {
    Object value = values.get(name);
    if (value instanceof String text) {
      return Set.of(text);
    }
    Set<String> texts = new LinkedHashSet<>();
    if (value instanceof List<?> list) {
      list.stream().filter(String.class::isInstance).map(String.class::cast).forEach(texts::add);
    }
    return Collections.unmodifiableSet(texts);
  }

  /**
   * The scopes: {@code scope} (RFC 8693 §4.2), or {@code scp} where that is absent, each a string
   * or an array. What is not a scope-token grants nothing.
   */
  Scopes scopes() {
    Set<String> values = this.values.containsKey("scope") ? texts("scope") : texts("scp");
    return Scopes.of(
        values.stream()
            .flatMap(value -> Stream.of(value.split(" ", -1)))
            .filter(Scopes::isScopeToken)
            .toList());
  }

  private static Map<String, Object> copyOf(Map<?, ?> map, int depth) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            copy.put(String.valueOf(name), copyOf(value, depth + 1));
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  private static Object copyOf(Object value, int depth) {
    if (depth > ClaimsReader.MAX_DEPTH) {
      throw ClaimsReader.nestedTooDeep();
    }
    if (value instanceof Map<?, ?> map) {
      return copyOf(map, depth);
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .filter(item -> item != null)
          .map(item -> copyOf(item, depth + 1))
          .toList();
    }
    return value;
  }
}
