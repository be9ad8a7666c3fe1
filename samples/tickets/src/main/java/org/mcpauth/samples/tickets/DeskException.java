// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import java.io.Serial;

/** The desk cannot do what it was asked for; the message tells the caller why. */
public class DeskException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  DeskException(String message) {
    super(message);
  }
}
