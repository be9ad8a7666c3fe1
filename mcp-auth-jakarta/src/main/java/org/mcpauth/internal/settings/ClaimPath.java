// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a claim is: member names from the outermost to the innermost, as in {@code
 * realm_access/roles}. A name that has a slash itself is in double quotes, as in {@code
 * "https://example.com/roles"}.
 *
 * @param names the names, at least one
 */
public record ClaimPath(List<String> names) {

  private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"|([^\"/]+)");

  /**
   * Copies the names.
   *
   * @throws IllegalArgumentException if there are none
   */
  public ClaimPath {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a path without a name");
    }
  }

  /**
   * Reads a path.
   *
   * @param text the path
   * @return the path; empty if the text is none
   */
  public static Optional<ClaimPath> parse(String text) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    int position = 0;
    while (position <= text.length()) {
      if (!name.find(position) || name.start() != position) {
        return Optional.empty();
      }
      names.add(name.group(1) == null ? name.group(2) : name.group(1));
      position = name.end();
      if (position == text.length()) {
        return Optional.of(new ClaimPath(names));
      }
      if (text.charAt(position) != '/') {
        return Optional.empty();
      }
      position++;
    }
    return Optional.empty();
  }

  /**
   * Follows the path.
   *
   * @param claims where it begins
   * @return what it leads to; empty if there is nothing
   */
  public Optional<Object> in(Map<String, Object> claims) {
    Object value = claims;
    for (String name : names) {
      if (!(value instanceof Map<?, ?> map) || map.get(name) == null) {
        return Optional.empty();
      }
      value = map.get(name);
    }
    return Optional.of(value);
  }
}
