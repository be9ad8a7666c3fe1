// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A revision of MCP.
 *
 * @param date its name; dates of this form sort as text
 */
public record Revision(String date) {

  /** From here on clients know of challenges for scopes. */
  public static final Revision STEP_UP = new Revision("2025-11-25");

  /** From here on there are no sessions, and headers mirror the message. */
  public static final Revision STATELESS = new Revision("2026-07-28");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** What a request says; empty if that is no revision. */
  static Optional<Revision> of(String text) {
    return DATE.matcher(text).matches() ? Optional.of(new Revision(text)) : Optional.empty();
  }

  /**
   * Compares two revisions.
   *
   * @param other another one
   * @return true if this is that one or a later one
   */
  public boolean isSince(Revision other) {
    return date.compareTo(other.date) >= 0;
  }
}
