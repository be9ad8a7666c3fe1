// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM text (RFC 7468). White space is ignored, so that it may stand on one line of a
 * configuration.
 */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

  private final String label;
  private final byte[] content;

  private Pem(String label, byte[] content) {
    this.label = label;
    this.content = content;
  }

  /** What it is, for example {@code PUBLIC KEY}. */
  String label() {
    return label;
  }

  /** The bytes; may be secret. */
  byte[] content() {
    return content.clone();
  }

  /** Tells whether a text can be PEM. */
  static boolean looksLike(String text) {
    return text.contains("-----BEGIN ");
  }

  /** Takes a text apart; whatever is between the blocks is comment. */
  static List<Pem> read(String text) {
    List<Pem> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      try {
        byte[] content = Base64.getMimeDecoder().decode(matcher.group(2));
        blocks.add(new Pem(matcher.group(1), content));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("is PEM, but not in base64");
      }
    }
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("is PEM, but has no complete block");
    }
    return List.copyOf(blocks);
  }

  /** Hides the content. */
  @Override
  public String toString() {
    return "Pem[" + label + "]";
  }
}
