// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.FakeRequest;
import org.mcpauth.internal.log.LogRecorder;

/** What operators see is what a request came to. */
class DecisionRecordersTest {

  @Test
  void recordWhenDeniedThenOneLineInTheAuditLog() {
    try (TestContainer container = TestContainer.start();
        LogRecorder log = new LogRecorder()) {
      AuthorizationEngine engine = container.get(AuthorizationEngine.class);
      engine.decide(FakeRequest.tool("x").bearer(container.token("alice", "a")));
      engine.decide(FakeRequest.tool("x"));
      engine.decide(FakeRequest.tool("x").bearer("garbage"));

      assertThat(decisions(log)).containsExactly("denied no_credentials", "denied invalid_token");
    }
  }

  @Test
  void recordWhenAnObserverThrowsThenTheFailureIsInTheAuditLogAndNothingElse() {
    try (TestContainer container =
            TestContainer.start(Map.of("mcp.auth.audit", "all"), DeploymentTest.Refusing.class);
        LogRecorder log = new LogRecorder()) {
      container
          .get(AuthorizationEngine.class)
          .decide(FakeRequest.tool("x").bearer(container.token("alice", "a")));

      assertThat(decisions(log)).containsExactly("denied internal_error");
    }
  }

  private static List<String> decisions(LogRecorder log) {
    return log.lines().stream()
        .filter(line -> line.startsWith("INFO {"))
        .map(line -> line.replaceAll(".*\"decision\":\"(\\w+)\",\"reason\":\"(\\w+)\".*", "$1 $2"))
        .toList();
  }
}
