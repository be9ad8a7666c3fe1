// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.io.Serial;
import org.opentest4j.TestAbortedException;

/** This run lacks what an assertion needs, through no fault of the server under test. */
public final class NotCheckableException extends TestAbortedException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Made by what is lacking.
   *
   * @param reason what is lacking
   */
  public NotCheckableException(String reason) {
    super(reason);
  }
}
