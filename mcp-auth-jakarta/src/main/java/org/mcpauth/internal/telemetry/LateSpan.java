// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import java.util.Optional;
import java.util.function.Supplier;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;

/**
 * Notes on the current span that its request was granted, for servers whose spans begin after that
 * was decided: Open Liberty, WildFly and Payara begin them in Jakarta REST. Telemetry that fails
 * refuses nobody: it is switched off. Thread-safe.
 */
public final class LateSpan implements Runnable {

  private final Supplier<Optional<String>> correlationId;
  private volatile boolean on = true;

  /**
   * For all requests of an application.
   *
   * @param correlationId that of the current request; empty if it was not granted
   */
  public LateSpan(Supplier<Optional<String>> correlationId) {
    this.correlationId = correlationId;
  }

  @Override
  public void run() {
    if (!on) {
      return;
    }
    try {
      correlationId.get().ifPresent(id -> DecisionSpan.noteGranted(id));
    } catch (RuntimeException | LinkageError e) {
      on = false;
      Messages.error(e, Message.TELEMETRY_FAILED);
    }
  }
}
