// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.FakeRequest;
import org.mcpauth.internal.log.LogRecorder;

class OpenTelemetryConnectionTest {

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  /** As MicroProfile Telemetry has it. */
  @Test
  void connectWhenOpenTelemetryIsABeanThenDecisionsAreCountedThere() {
    assertThat(decide(Telemetry.class)).isEqualTo("org.mcpauth");
  }

  @Test
  void connectWhenOnlyTheMeterIsABeanThenDecisionsAreCountedThere() {
    assertThat(decide(Meters.class)).isEqualTo("of the server");
  }

  @Test
  void connectWhenNoBeanThenTheGlobalOneCounts() {
    TELEMETRY.clearMetrics();

    assertThat(decide(Notes.class)).isEqualTo("org.mcpauth");
  }

  /** The scope in which the decision was counted. */
  private static String decide(Class<?> bean) {
    try (TestContainer container = TestContainer.start(bean, Tools.class);
        LogRecorder log = new LogRecorder()) {
      FakeRequest request = FakeRequest.tool("list").bearer(container.token("alice", "a"));

      assertThat(container.get(AuthorizationEngine.class).decide(request))
          .isInstanceOf(Decision.Proceed.class);
      assertThat(log.lines()).isEmpty();
      MetricData counter =
          TELEMETRY.getMetrics().stream()
              .filter(metric -> metric.getName().equals("mcp.auth.decisions"))
              .findFirst()
              .orElseThrow();
      assertThat(counter.getLongSumData().getPoints())
          .singleElement()
          .satisfies(
              point ->
                  assertThat(point.getAttributes().toString())
                      .contains("mcp.auth.operation.name=\"list\""));
      return counter.getInstrumentationScopeInfo().getName();
    }
  }

  /** A tool. */
  @ApplicationScoped
  public static class Tools {

    @RequiresScope(value = "a", tool = "list")
    public void list() {}
  }

  /** Has nothing to do with telemetry. */
  @ApplicationScoped
  public static class Notes {}

  /** Telemetry of a server. */
  @Dependent
  public static class Telemetry {

    @Produces
    OpenTelemetry telemetry() {
      return TELEMETRY.getOpenTelemetry();
    }
  }

  /** A server that lets inject its meter only. */
  @Dependent
  public static class Meters {

    @Produces
    Meter meter() {
      return TELEMETRY.getOpenTelemetry().getMeter("of the server");
    }
  }
}
