// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.log.LogRecorder;

class LateSpanTest {

  /** The classes of another version of OpenTelemetry lack methods. */
  @Test
  void runWhenItFailsThenSaysSoOnceAndNobodyIsRefused() {
    AtomicInteger asked = new AtomicInteger();
    LateSpan span =
        new LateSpan(
            () -> {
              asked.incrementAndGet();
              throw new NoSuchMethodError("setAttribute");
            });
    try (LogRecorder log = new LogRecorder()) {
      span.run();
      span.run();

      assertThat(log.lines())
          .containsExactly(
              "SEVERE MCPAUTH-6100: metrics and trace attributes of decisions are off from now on,"
                  + " because one failed");
    }
    assertThat(asked).hasValue(1);
  }
}
