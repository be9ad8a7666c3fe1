// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims as MicroProfile JWT has them, JSON types among them, in the types of this library. */
final class PlainValues {

  private PlainValues() {}

  static Object of(Object value) {
    if (value instanceof JsonValue json) {
      return of(json);
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(PlainValues::of).toList();
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
      case ARRAY -> ((JsonArray) json).stream().map(PlainValues::of).toList();
      case NULL -> List.of();
    };
  }

  private static Object number(JsonNumber number) {
    return number.isIntegral() ? (Object) number.longValue() : number.doubleValue();
  }

  private static Map<String, Object> members(Map<?, ?> members) {
    Map<String, Object> plain = new LinkedHashMap<>();
    members.forEach((name, value) -> plain.put(String.valueOf(name), of(value)));
    return plain;
  }
}
