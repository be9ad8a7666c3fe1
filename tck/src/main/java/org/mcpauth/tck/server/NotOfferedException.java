// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.io.Serial;
import org.opentest4j.TestAbortedException;

/** The server under test does not say that it has what an assertion is about, and need not. */
public final class NotOfferedException extends TestAbortedException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Made by what is not there.
   *
   * @param feature what the server does not offer
   */
  public NotOfferedException(String feature) {
    super("Not offered: " + feature);
  }
}
