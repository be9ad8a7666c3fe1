// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.report;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one check found. Nothing in it is a secret or a token. What a server sent is made fit for a
 * terminal: control characters are replaced, long text is cut.
 *
 * @param check what was looked at
 * @param severity how much it matters
 * @param seen what was found
 * @param advice what to do about it; empty where there is nothing to do
 */
public record Finding(Check check, Severity severity, String seen, Optional<String> advice) {

  private static final int LONGEST = 600;

  /**
   * Cleans the texts.
   *
   * @param check what was looked at
   * @param severity how much it matters
   * @param seen what was found
   * @param advice what to do about it
   */
  public Finding {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(severity, "severity");
    seen = printable(seen);
    advice = advice.map(Finding::printable);
  }

  /**
   * As it should be.
   *
   * @param check what was looked at
   * @param seen what was found
   * @return a finding without advice
   */
  public static Finding ok(Check check, String seen) {
    return new Finding(check, Severity.OK, seen, Optional.empty());
  }

  /**
   * Good to know.
   *
   * @param check what was looked at
   * @param seen what was found
   * @return a finding without advice
   */
  public static Finding info(Check check, String seen) {
    return new Finding(check, Severity.INFO, seen, Optional.empty());
  }

  /**
   * Some clients cannot work with it.
   *
   * @param check what was looked at
   * @param seen what was found
   * @param advice what to do about it
   * @return a finding
   */
  public static Finding warning(Check check, String seen, String advice) {
    return new Finding(check, Severity.WARNING, seen, Optional.of(advice));
  }

  /**
   * It cannot work.
   *
   * @param check what was looked at
   * @param seen what was found
   * @param advice what to do about it
   * @return a finding
   */
  public static Finding error(Check check, String seen, String advice) {
    return new Finding(check, Severity.ERROR, seen, Optional.of(advice));
  }

  /**
   * The same with more advice.
   *
   * @param more a sentence
   * @return a finding
   */
  public Finding withAdvice(String more) {
    return new Finding(
        check, severity, seen, Optional.of(advice.map(a -> a + " " + more).orElse(more)));
  }

  /**
   * The name of the check.
   *
   * @return a stable id
   */
  public String id() {
    return check.id();
  }

  /**
   * Where the rule is from.
   *
   * @return see {@link Check#clause()}
   */
  public String clause() {
    return check.clause();
  }

  /** A server must not be able to move the cursor of whoever reads this. */
  private static String printable(String text) {
    String clean =
        text.codePoints()
            .limit(LONGEST + 1L)
            .mapToObj(c -> isPrintable(c) ? Character.toString(c) : "?")
            .collect(Collectors.joining());
    return clean.codePointCount(0, clean.length()) <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "...";
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
