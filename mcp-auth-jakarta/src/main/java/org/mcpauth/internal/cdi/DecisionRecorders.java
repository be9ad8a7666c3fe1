// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.event.Event;
import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.engine.DecisionRecorder;
import org.mcpauth.internal.log.AuditTrail;
import org.mcpauth.internal.settings.Observability;
import org.mcpauth.internal.telemetry.AuditLog;
import org.mcpauth.internal.telemetry.TelemetryRecorder;

/**
 * Tells the application first, because an observer that throws makes another decision of it; what
 * operators see is what it came to. That it came to a failure they see whatever else fails.
 *
 * @param application the observers of the application
 * @param operators logs and metrics
 */
record DecisionRecorders(DecisionRecorder application, List<DecisionRecorder> operators)
    implements DecisionRecorder {

  DecisionRecorders {
    operators = List.copyOf(operators);
  }

  /** Everybody who is told in an application. */
  static DecisionRecorders of(Event<AuthorizationEvent> events, Observability settings) {
    List<DecisionRecorder> operators = new ArrayList<>();
    AuditLog.of(settings, JsonProvider.provider(), AuditTrail::write).ifPresent(operators::add);
    if (PresentType.isThere(OpenTelemetryConnection.NEEDED)) {
      operators.add(new TelemetryRecorder(() -> OpenTelemetryConnection.connect()));
    }
    return new DecisionRecorders(new DecisionEvents(events), operators);
  }

  @Override
  public void record(AuthorizationEvent event, Duration took) {
    boolean failure =
        event instanceof AccessDenied denied && denied.reason() == Reason.INTERNAL_ERROR;
    if (!failure) {
      application.record(event, took);
    }
    for (DecisionRecorder operator : operators) {
      operator.record(event, took);
    }
    if (failure) {
      application.record(event, took);
    }
  }
}
