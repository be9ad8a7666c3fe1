// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mcpauth.McpOperation;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.internal.settings.MutableClock;

class RequestLogTest {

  private final AtomicLong nanos = new AtomicLong(-42);
  private final List<Duration> durations = new ArrayList<>();
  private final DecisionLog log =
      new DecisionLog(
          URI.create("https://mcp.example.com/mcp"),
          (event, took) -> durations.add(took),
          new MutableClock(),
          nanos::get);

  @Test
  void recordWhenTimePassesThenSaysHowMuchSinceTheRequestCame() {
    RequestLog request = log.of(FakeRequest.get("/mcp"));
    nanos.addAndGet(7_000);
    request.granted(McpOperation.method("GET"), Optional.empty());
    nanos.addAndGet(3_000);
    request.denied(Reason.INTERNAL_ERROR, "later");

    assertThat(durations).containsExactly(Duration.ofNanos(7_000), Duration.ofNanos(10_000));
  }
}
