// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import java.io.Serial;

/** A note cannot be taken as it is; the message tells the caller why. */
public class InvalidNoteException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  InvalidNoteException(String message) {
    super(message);
  }
}
