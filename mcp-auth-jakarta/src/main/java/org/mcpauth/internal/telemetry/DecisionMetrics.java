// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.mcpauth.McpOperation;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.engine.DecisionRecorder;

/**
 * Counts decisions, measures how long they take, and notes them on the current span. Only to be
 * touched where there is an OpenTelemetry API. Thread-safe.
 */
public final class DecisionMetrics implements DecisionRecorder {

  private static final AttributeKey<String> KIND =
      AttributeKey.stringKey("mcp.auth.operation.kind");
  private static final AttributeKey<String> NAME =
      AttributeKey.stringKey("mcp.auth.operation.name");

  /** In seconds: a known token takes microseconds, a new one may wait for its issuer. */
  private static final List<Double> BOUNDARIES =
      List.of(
          0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
          0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  private final LongCounter decisions;
  private final DoubleHistogram durations;
  private final Predicate<McpOperation> known;

  /**
   * Makes the instruments.
   *
   * @param meter makes them
   * @param known tells operations from names that callers have made up, which would be too many
   */
  public DecisionMetrics(Meter meter, Predicate<McpOperation> known) {
    this.decisions =
        meter
            .counterBuilder("mcp.auth.decisions")
            .setDescription("Decisions about requests to the protected MCP endpoints")
            .setUnit("{decision}")
            .build();
    this.durations =
        withBoundaries(
                meter
                    .histogramBuilder("mcp.auth.decision.duration")
                    .setDescription("How long a decision took")
                    .setUnit("s"))
            .build();
    this.known = known;
  }

  private static DoubleHistogramBuilder withBoundaries(DoubleHistogramBuilder histogram) {
    try {
      return histogram.setExplicitBucketBoundariesAdvice(BOUNDARIES);
    } catch (NoSuchMethodError e) {
      return histogram; // servers from before MicroProfile Telemetry 2.0 have an older API
    }
  }

  @Override
  public void record(AuthorizationEvent event, Duration took) {
    Decided.of(event)
        .ifPresent(
            decided -> {
              Attributes attributes = attributes(decided);
              decisions.add(1, attributes);
              durations.record(took.toNanos() / 1e9, attributes);
              DecisionSpan.note(decided, event.correlationId());
            });
  }

  private Attributes attributes(Decided decided) {
    AttributesBuilder attributes =
        Attributes.builder().put(DecisionSpan.DECISION, decided.decision());
    if (decided.reason() != null) {
      attributes.put(DecisionSpan.REASON, decided.reason());
    }
    if (decided.operation() != null) {
      attributes.put(KIND, Decided.lowerCase(decided.operation().kind()));
      if (known.test(decided.operation())) {
        attributes.put(NAME, decided.operation().name());
      }
    }
    return attributes.build();
  }
}
