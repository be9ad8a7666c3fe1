// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.log.LogRecorder;

class TelemetryRecorderTest {

  private final AtomicInteger connections = new AtomicInteger();
  private final List<AuthorizationEvent> recorded = new ArrayList<>();

  @Test
  void recordWhenTheFirstDecisionComesThenConnectsOnce() {
    TelemetryRecorder recorder =
        new TelemetryRecorder(
            () -> {
              connections.incrementAndGet();
              return (event, took) -> recorded.add(event);
            });
    assertThat(connections).hasValue(0);
    recorder.record(Told.accepted(), Duration.ZERO);
    recorder.record(Told.denied(Reason.FORBIDDEN), Duration.ZERO);

    assertThat(connections).hasValue(1);
    assertThat(recorded).containsExactly(Told.accepted(), Told.denied(Reason.FORBIDDEN));
  }

  /** The classes of another version of OpenTelemetry lack methods. */
  @Test
  void recordWhenItFailsThenSaysSoOnceAndNobodyIsRefused() {
    TelemetryRecorder recorder =
        new TelemetryRecorder(
            () ->
                (event, took) -> {
                  connections.incrementAndGet();
                  throw new NoSuchMethodError("setUnit");
                });
    try (LogRecorder log = new LogRecorder()) {
      recorder.record(Told.accepted(), Duration.ZERO);
      recorder.record(Told.accepted(), Duration.ZERO);

      assertThat(log.lines())
          .containsExactly(
              "SEVERE MCPAUTH-6100: metrics and trace attributes of decisions are off from now on,"
                  + " because one failed");
    }
    assertThat(connections).hasValue(1);
  }
}
