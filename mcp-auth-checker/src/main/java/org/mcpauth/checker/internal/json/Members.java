// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The members of an object, by type. A member of another type than asked for counts as absent.
 *
 * @param object the object
 */
public record Members(JsonObject object) {

  /**
   * A string.
   *
   * @param name the name of the member
   * @return its value
   */
  public Optional<String> text(String name) {
    return object.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  /**
   * An array of strings.
   *
   * @param name the name of the member
   * @return its values, maybe none
   */
  public Optional<List<String>> texts(String name) {
    return object.get(name) instanceof JsonArray array
            && array.stream().allMatch(JsonString.class::isInstance)
        ? Optional.of(array.getValuesAs(JsonString::getString))
        : Optional.empty();
  }

  /**
   * A boolean.
   *
   * @param name the name of the member
   * @return true if it is there and true
   */
  public boolean flag(String name) {
    return JsonValue.TRUE.equals(object.get(name));
  }

  /**
   * A number.
   *
   * @param name the name of the member
   * @return its integral part, or the nearest that a long can hold; exact up to 2^53
   */
  public OptionalLong number(String name) {
    // Through double, as an exponent may be so large that no exact number fits into memory.
    return object.get(name) instanceof JsonNumber number
        ? OptionalLong.of((long) number.doubleValue())
        : OptionalLong.empty();
  }

  /** Without the content, which may be that of a token. */
  @Override
  public String toString() {
    return "Members[" + object.size() + "]";
  }
}
