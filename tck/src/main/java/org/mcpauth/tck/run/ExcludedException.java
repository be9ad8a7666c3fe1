// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.io.Serial;
import org.opentest4j.TestAbortedException;

/** The server under test is excused from an assertion that it does not meet. */
final class ExcludedException extends TestAbortedException {

  @Serial private static final long serialVersionUID = 1L;

  ExcludedException(String reason) {
    super("Excluded: " + reason);
  }
}
