// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes tokens out of texts.
 *
 * @param secrets tokens that do not look like a JWT
 */
public record Redaction(List<String> secrets) {

  /** Takes out whatever looks like a JWT, or a part of one. */
  public static final Redaction OF_JWTS = new Redaction(List.of());

  private static final String REPLACEMENT = "[token]";

  /** A JWT begins with an object in Base64, so that it always begins with these letters. */
  private static final Pattern JWT =
      Pattern.compile("\\bey[AJ][A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*)*");

  private static final Pattern PADDING = Pattern.compile("=+$");

  /** Shorter ones are no secrets, and may be a part of any word. */
  private static final int SHORTEST = 8;

  /** Leaves out what is too short. */
  public Redaction {
    secrets = secrets.stream().filter(secret -> secret.length() >= SHORTEST).toList();
  }

  /**
   * Takes the tokens out.
   *
   * @param text any text
   * @return the text with something else in place of every token
   */
  public String apply(String text) {
    String result = text;
    for (String secret : secrets) {
      // Without padding, which HTML writes in another way.
      result = result.replace(PADDING.matcher(secret).replaceFirst(""), REPLACEMENT);
    }
    return JWT.matcher(result).replaceAll(REPLACEMENT);
  }
}
