// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.io.Serial;

/** An answer of the server cannot be understood, so it cannot be let through. */
final class UnreadableAnswerException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** Says what is wrong, without anything from the answer itself. */
  UnreadableAnswerException(String what) {
    super(what);
  }
}
