// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.engine.DecisionRecorder;
import org.mcpauth.internal.settings.Observability;

/** Writes one line for each decision. Thread-safe if the trail is. */
public final class AuditLog implements DecisionRecorder {

  private final boolean all;
  private final AuditLine line;
  private final Consumer<String> trail;

  private AuditLog(boolean all, AuditLine line, Consumer<String> trail) {
    this.all = all;
    this.line = line;
    this.trail = trail;
  }

  /**
   * The audit log of an application.
   *
   * @param settings what is to be in it
   * @param json writes JSON
   * @param trail where the lines go
   * @return the log; empty if it is switched off
   */
  public static Optional<DecisionRecorder> of(
      Observability settings, JsonProvider json, Consumer<String> trail) {
    AuditLine line = new AuditLine(settings.auditSubject(), json);
    return switch (settings.audit()) {
      case OFF -> Optional.empty();
      case DENIED -> Optional.of(new AuditLog(false, line, trail));
      case ALL -> Optional.of(new AuditLog(true, line, trail));
    };
  }

  @Override
  public void record(AuthorizationEvent event, Duration took) {
    Decided.of(event)
        .filter(decided -> all || decided.isDenied())
        .ifPresent(decided -> trail.accept(line.of(event, decided)));
  }
}
