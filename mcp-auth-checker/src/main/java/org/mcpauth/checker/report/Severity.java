// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.report;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Severity {
  /** MCP clients, or the server that they call, cannot work with this issuer. */
  ERROR,
  /** Some clients cannot work with it, or a SHOULD is not kept. */
  WARNING,
  /** Good to know; nothing has to be done. */
  INFO,
  /** As it should be. */
  OK;

  /**
   * The name in reports.
   *
   * @return the lower-case name
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
