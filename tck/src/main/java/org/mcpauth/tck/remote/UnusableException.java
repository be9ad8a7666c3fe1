// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.io.Serial;

/** There is no run, because something that was given cannot be used. */
final class UnusableException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }
}
