// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck;

import java.util.Arrays;

/** A revision of the Model Context Protocol that the TCK knows the clauses of. */
public enum Revision {
  /** The first in which an MCP server is a protected resource and nothing else. */
  V2025_06_18("2025-06-18"),
  /** With scopes in challenges. */
  V2025_11_25("2025-11-25"),
  /** Stateless, with headers that mirror the message. */
  V2026_07_28("2026-07-28");

  private final String date;

  Revision(String date) {
    this.date = date;
  }

  /**
   * Finds a revision.
   *
   * @param date as in the header {@code MCP-Protocol-Version}
   * @return the revision
   * @throws IllegalArgumentException if the TCK does not know it
   */
  public static Revision of(String date) {
    return Arrays.stream(values())
        .filter(revision -> revision.date.equals(date))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown revision " + date));
  }

  /**
   * The name of this revision.
   *
   * @return as in the header {@code MCP-Protocol-Version}
   */
  public String date() {
    return date;
  }

  /**
   * Whether there are no sessions, and headers that mirror the message instead.
   *
   * @return true from 2026-07-28 on
   */
  public boolean isStateless() {
    return this == V2026_07_28;
  }

  @Override
  public String toString() {
    return date;
  }
}
