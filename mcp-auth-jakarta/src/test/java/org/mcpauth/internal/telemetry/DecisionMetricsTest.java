// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied.Reason;

class DecisionMetricsTest {

  private static final McpOperation KNOWN = McpOperation.tool("add_note");

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private DecisionMetrics metrics;

  /** After the extension has forgotten the instruments of the test before. */
  @BeforeEach
  void makeInstruments() {
    metrics = new DecisionMetrics(TELEMETRY.getOpenTelemetry().getMeter("test"), KNOWN::equals);
  }

  @Test
  void recordWhenDecidedThenCountsByDecisionReasonAndOperation() {
    metrics.record(Told.granted(KNOWN, Told.ALICE), Duration.ofNanos(7_000));
    metrics.record(Told.granted(KNOWN, null), Duration.ofNanos(8_000));
    metrics.record(
        Told.denied(Reason.INSUFFICIENT_SCOPE, Scopes.of("a"), KNOWN, Told.ALICE), Duration.ZERO);
    metrics.record(Told.denied(Reason.NO_CREDENTIALS), Duration.ZERO);

    assertThat(counts())
        .containsOnly(
            Map.entry(
                Map.of(
                    "mcp.auth.decision", "granted",
                    "mcp.auth.operation.kind", "tool",
                    "mcp.auth.operation.name", "add_note"),
                2L),
            Map.entry(
                Map.of(
                    "mcp.auth.decision", "denied",
                    "mcp.auth.reason", "insufficient_scope",
                    "mcp.auth.operation.kind", "tool",
                    "mcp.auth.operation.name", "add_note"),
                1L),
            Map.entry(
                Map.of("mcp.auth.decision", "denied", "mcp.auth.reason", "no_credentials"), 1L));
  }

  /** Otherwise whoever makes up names would fill the memory of whatever keeps the metrics. */
  @Test
  void recordWhenNamesAreMadeUpThenOneSeriesForAll() {
    for (int i = 0; i < 100; i++) {
      metrics.record(Told.granted(McpOperation.tool("t" + i), Told.ALICE), Duration.ZERO);
    }

    assertThat(counts())
        .containsOnly(
            Map.entry(
                Map.of("mcp.auth.decision", "granted", "mcp.auth.operation.kind", "tool"), 100L));
  }

  @Test
  void recordWhenTokenWasLookedAtThenCountsNothing() {
    metrics.record(Told.accepted(), Duration.ZERO);
    metrics.record(Told.rejected(), Duration.ZERO);

    assertThat(TELEMETRY.getMetrics()).isEmpty();
  }

  @Test
  void recordWhenDecidedThenMeasuresSeconds() {
    metrics.record(Told.granted(KNOWN, Told.ALICE), Duration.ofNanos(7_000));
    metrics.record(Told.granted(KNOWN, Told.ALICE), Duration.ofMillis(250));
    MetricData duration = metric("mcp.auth.decision.duration");
    HistogramPointData point = duration.getHistogramData().getPoints().iterator().next();

    assertThat(duration.getUnit()).isEqualTo("s");
    assertThat(point.getSum()).isEqualTo(0.250007);
    assertThat(point.getCount()).isEqualTo(2);
    assertThat(point.getBoundaries()).startsWith(0.00001).endsWith(10.0);
    assertThat(point.getCounts().get(0)).isEqualTo(1);
  }

  @Test
  void recordWhenASpanIsCurrentThenItSaysWhatWasDecidedAndNotWho() {
    Tracer tracer = TELEMETRY.getOpenTelemetry().getTracer("test");
    Span span = tracer.spanBuilder("POST /mcp").startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      metrics.record(
          Told.denied(Reason.FORBIDDEN, Scopes.none(), KNOWN, Told.ALICE), Duration.ZERO);
    }
    span.end();

    assertThat(texts(TELEMETRY.getSpans().get(0).getAttributes()))
        .containsOnly(
            Map.entry("mcp.auth.decision", "denied"),
            Map.entry("mcp.auth.reason", "forbidden"),
            Map.entry("mcp.auth.correlation_id", Told.TRACE));
  }

  private static Map<Map<String, String>, Long> counts() {
    return metric("mcp.auth.decisions").getLongSumData().getPoints().stream()
        .collect(Collectors.toMap(point -> texts(point.getAttributes()), LongPointData::getValue));
  }

  private static MetricData metric(String name) {
    return TELEMETRY.getMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> texts(Attributes attributes) {
    return attributes.asMap().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().getKey(), entry -> String.valueOf(entry.getValue())));
  }
}
