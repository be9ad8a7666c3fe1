// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.engine.DecisionRecorder;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;

/**
 * Connects to telemetry with the first decision, since many applications set it up while they
 * start. Unlike an audit, telemetry that fails refuses nobody: it is switched off. Thread-safe.
 */
public final class TelemetryRecorder implements DecisionRecorder {

  private static final DecisionRecorder OFF = (event, took) -> {};

  private final Supplier<DecisionRecorder> connection;
  private volatile @Nullable DecisionRecorder connected;

  /**
   * Not connected yet.
   *
   * @param connection connects; two threads may call it at the same time
   */
  public TelemetryRecorder(Supplier<DecisionRecorder> connection) {
    this.connection = connection;
  }

  @Override
  public void record(AuthorizationEvent event, Duration took) {
    try {
      connected().record(event, took);
    } catch (RuntimeException | LinkageError e) {
      connected = OFF;
      Messages.error(e, Message.TELEMETRY_FAILED);
    }
  }

  private DecisionRecorder connected() {
    DecisionRecorder current = connected;
    if (current == null) {
      current = connection.get();
      connected = current;
    }
    return current;
  }
}
