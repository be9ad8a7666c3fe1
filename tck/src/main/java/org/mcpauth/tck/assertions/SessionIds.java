// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.List;

/** What can be seen of how hard it is to guess the id of a session. */
final class SessionIds {

  static final String HEADER = "Mcp-Session-Id";

  /** So many that what varies at random does so visibly. */
  static final int SAMPLES = 64;

  private SessionIds() {}

  /** Nothing but what the transport allows, and something at all. */
  static boolean isVisible(String id) {
    return id.matches("[\\x21-\\x7E]+");
  }

  /** The shortest id, if every character that was seen anywhere could be at each position. */
  static double bitsByLength(List<String> ids) {
    long alphabet = ids.stream().flatMapToInt(String::chars).distinct().count();
    return shortest(ids) * log2(alphabet);
  }

  /**
   * The same with the characters that were seen at that very position, so that what stays the same,
   * such as a prefix or the upper digits of a number that counts, is worth nothing.
   */
  static double bitsByChange(List<String> ids) {
    double bits = 0;
    for (int at = 0; at < shortest(ids); at++) {
      int position = at;
      bits += log2(ids.stream().mapToInt(id -> id.charAt(position)).distinct().count());
    }
    return bits;
  }

  private static int shortest(List<String> ids) {
    return ids.stream().mapToInt(String::length).min().orElse(0);
  }

  private static double log2(long count) {
    return Math.log((double) Math.max(1, count)) / Math.log(2);
  }
}
