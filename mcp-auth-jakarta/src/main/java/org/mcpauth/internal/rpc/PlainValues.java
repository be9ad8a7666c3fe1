// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as MicroProfile JWT or JSON-P have them, in the types of this library: strings, longs,
 * doubles, booleans, lists and maps. What is null is left out.
 */
public final class PlainValues {

  /** As many decimal digits as the greatest long has. */
  private static final int LONG_DIGITS = 19;

  private PlainValues() {}

  /**
   * Tells whether there is a value.
   *
   * @param value any value
   * @return false for null, that of JSON too
   */
  public static boolean isThere(@Nullable Object value) {
    return value != null && !value.equals(JsonValue.NULL);
  }

  /**
   * The value in the types of this library.
   *
   * @param value a value that is there
   * @return a string, long, double, boolean, list or map; any other type as it is
   */
  public static Object of(Object value) {
    if (value instanceof JsonValue json) {
      return of(json);
    }
    if (value instanceof Collection<?> items) {
      return items(items);
    }
    if (value instanceof Map<?, ?> members) {
      return members(members);
    }
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }

  private static Object of(JsonValue json) {
    return switch (json.getValueType()) {
      case STRING -> ((JsonString) json).getString();
      case NUMBER -> number((JsonNumber) json);
      case TRUE -> true;
      case FALSE -> false;
      case OBJECT -> members((JsonObject) json);
      case ARRAY -> items((JsonArray) json);
      case NULL -> throw new IllegalArgumentException("null is no value");
    };
  }

  /**
   * An integer that is no long must not turn into a small one. Whether it is one is asked of the
   * decimal: as an integer, {@code 1e999999999} would fill the memory.
   */
  private static Object number(JsonNumber number) {
    BigDecimal decimal = number.bigDecimalValue();
    boolean small = (long) decimal.precision() - decimal.scale() <= LONG_DIGITS;
    if (!small || !number.isIntegral()) {
      return decimal.doubleValue();
    }
    BigInteger exact = decimal.toBigInteger();
    return exact.bitLength() < Long.SIZE ? (Object) exact.longValue() : exact.doubleValue();
  }

  private static List<Object> items(Collection<?> items) {
    return items.stream().filter(PlainValues::isThere).map(PlainValues::of).toList();
  }

  private static Map<String, Object> members(Map<?, ?> members) {
    Map<String, Object> plain = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (isThere(value)) {
            plain.put(String.valueOf(name), of(value));
          }
        });
    return plain;
  }
}
