// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import jakarta.enterprise.inject.spi.CDI;
import org.mcpauth.internal.engine.DecisionRecorder;
import org.mcpauth.internal.telemetry.DecisionMetrics;

/**
 * Finds OpenTelemetry: a bean, as MicroProfile Telemetry has it, or what is set for the whole JVM.
 * Only to be touched where there is an OpenTelemetry API.
 */
final class OpenTelemetryConnection {

  /** Without it this class must not be touched. */
  static final String NEEDED = "io.opentelemetry.api.OpenTelemetry";

  private static final String SCOPE = "org.mcpauth";

  private OpenTelemetryConnection() {}

  static DecisionRecorder connect() {
    return new DecisionMetrics(meter(), CurrentRequest.engine()::knows);
  }

  private static Meter meter() {
    var telemetries = CDI.current().select(OpenTelemetry.class);
    if (telemetries.isResolvable()) {
      return telemetries.get().getMeter(SCOPE);
    }
    var meters = CDI.current().select(Meter.class);
    return meters.isResolvable() ? meters.get() : GlobalOpenTelemetry.get().getMeter(SCOPE);
  }
}
