// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The log {@code org.mcpauth.audit}, of its own so that it can be sent to another place. Lines have
 * no message number: each is one JSON object and nothing else.
 */
public final class AuditTrail {

  private static final Logger LOGGER = System.getLogger("org.mcpauth.audit");

  private AuditTrail() {}

  /**
   * Writes a line at level INFO.
   *
   * @param line the line, without a line end
   */
  public static void write(String line) {
    LOGGER.log(Level.INFO, line);
  }
}
