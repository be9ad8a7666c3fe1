// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of several operations: a URI template (RFC 6570) for resources, {@code *} for any text
 * in a configured name. Every expression matches any text, which may be more than the server's own
 * matching lets through: that errs on the side of protection.
 */
final class NamePattern {

  private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}|\\*");

  /** What stands before, between and after the expressions. */
  private final List<String> literals;

  NamePattern(String name) {
    this.literals = List.of(EXPRESSION.split(name, -1));
  }

  static boolean isPattern(String name) {
    return EXPRESSION.matcher(name).find();
  }

  /**
   * Takes each literal where it comes first, never going back: a caller chooses the URI, and
   * backtracking would let it choose how long this takes.
   */
  boolean matches(String uri) {
    String last = literals.get(literals.size() - 1);
    int end = uri.length() - last.length();
    int from = literals.get(0).length();
    if (end < from || !uri.startsWith(literals.get(0)) || !uri.endsWith(last)) {
      return false;
    }
    for (String literal : literals.subList(1, literals.size() - 1)) {
      int at = uri.indexOf(literal, from);
      if (at < 0 || at + literal.length() > end) {
        return false;
      }
      from = at + literal.length();
    }
    return true;
  }
}
