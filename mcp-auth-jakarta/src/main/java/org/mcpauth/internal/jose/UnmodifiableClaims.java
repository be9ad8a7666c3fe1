// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.InvalidTokenException;

/** Copies claims so that nobody can change them, through and through. */
public final class UnmodifiableClaims {

  private UnmodifiableClaims() {}

  /**
   * Copies claims, without what is null.
   *
   * @param claims strings, booleans, numbers, lists and maps
   * @return the same in the same order, unmodifiable
   * @throws InvalidTokenException if they are nested too deep
   */
  public static Map<String, Object> of(Map<?, ?> claims) {
    return copyOf(claims, 1);
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
