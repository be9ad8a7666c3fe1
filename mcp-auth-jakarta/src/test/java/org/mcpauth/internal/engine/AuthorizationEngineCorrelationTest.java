// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.event.AuthorizationEvent;

/** Every event of one request has the same correlation id, and no other request has it. */
class AuthorizationEngineCorrelationTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Gate gate = new Gate();
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  @Test
  void decideWhenTraceparentThenEveryEventHasItsTraceId() {
    Decision decision = engine.decide(traced(FakeRequest.tool("whoami").bearer(gate.token(""))));
    engine.decide(traced(FakeRequest.tool("add_note").bearer(gate.token(""))));
    engine.decide(traced(FakeRequest.tool("whoami").bearer("garbage")));
    engine.decide(traced(FakeRequest.tool("whoami").header("Origin", "https://evil.example")));

    assertThat(gate.eventNames())
        .containsExactly(
            "TokenAccepted",
            "AccessGranted",
            "TokenAccepted",
            "AccessDenied INSUFFICIENT_SCOPE",
            "TokenRejected",
            "AccessDenied INVALID_TOKEN",
            "AccessDenied FORBIDDEN_ORIGIN");
    assertThat(gate.events).extracting(AuthorizationEvent::correlationId).containsOnly(TRACE);
    assertThat(((Decision.Proceed) decision).correlationId()).isEqualTo(TRACE);
  }

  @Test
  void decideWhenNoTraceparentThenEachRequestHasItsOwn() {
    engine.decide(FakeRequest.tool("whoami").bearer(gate.token("")));
    engine.decide(FakeRequest.tool("whoami").bearer(gate.token("")));

    List<String> ids = gate.events.stream().map(AuthorizationEvent::correlationId).toList();
    assertThat(ids).hasSize(4).allMatch(id -> id.matches("[0-9a-f]{32}"));
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    assertThat(ids.get(2)).isEqualTo(ids.get(3));
  }

  @Test
  void decideWhenAnObserverThrowsThenTheDenialBelongsToTheSameRequest() {
    List<AuthorizationEvent> seen = new ArrayList<>();
    AuthorizationEngine failing =
        gate.engine(
            event -> {
              seen.add(event);
              if (event instanceof AccessGranted) {
                throw new IllegalStateException("the disk is full");
              }
            },
            NotesTools.class);
    Decision decision = failing.decide(FakeRequest.tool("whoami").bearer(gate.token("")));

    assertThat(decision).isEqualTo(new Decision.Failed());
    assertThat(seen).hasSize(3);
    assertThat(seen)
        .extracting(AuthorizationEvent::correlationId)
        .containsOnly(seen.get(0).correlationId());
  }

  private static FakeRequest traced(FakeRequest request) {
    return request.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
  }
}
