// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssuerHealthTest {

  @BeforeAll
  static void beAServer() {
    HealthCheckResponse.setResponseProvider(Answer::new);
  }

  @AfterAll
  static void beNoServer() {
    HealthCheckResponse.setResponseProvider(null);
  }

  @Test
  void callWhenKeysAreKnownThenUpWithEveryIssuer() {
    try (TestContainer container = TestContainer.start(Probe.class)) {
      assertUp(container.get(Probe.class).ask());
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void callWhenLiteThenTheSame() {
    Weld lite = new Weld().addBuildCompatibleExtensions(LiteExtensionTest.Unskipped.class);
    try (TestContainer container = TestContainer.start(lite, Map.of(), Probe.class)) {
      assertUp(container.get(Probe.class).ask());
    }
  }

  @Test
  void callWhenIssuerIsDownThenDown() {
    String down = "http://127.0.0.1:1";
    try (TestContainer container =
        TestContainer.start(Map.of("mcp.auth.authorization-servers", down), Probe.class)) {
      HealthCheckResponse answer = container.get(Probe.class).ask();

      assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
      assertThat(answer.getData()).contains(Map.of(down, "metadata unknown"));
    }
  }

  @Test
  void callWhenSwitchedOffThenUpWhateverIsKnown() {
    Map<String, String> settings =
        Map.of("mcp.auth.authorization-servers", "http://127.0.0.1:1", "mcp.auth.health", "false");
    try (TestContainer container = TestContainer.start(settings, Probe.class)) {
      HealthCheckResponse answer = container.get(Probe.class).ask();

      assertThat(answer.getStatus()).isEqualTo(Status.UP);
      assertThat(answer.getData()).isEmpty();
    }
  }

  private static void assertUp(HealthCheckResponse answer) {
    String issuer =
        ConfigProvider.getConfig().getValue("mcp.auth.authorization-servers", String.class);
    assertThat(answer.getName()).isEqualTo("mcp-auth");
    assertThat(answer.getStatus()).isEqualTo(Status.UP);
    assertThat(answer.getData()).contains(Map.of(issuer, "known"));
  }

  /** Finds checks as a server does. */
  @ApplicationScoped
  public static class Probe {

    @Inject @Readiness Instance<HealthCheck> checks;

    HealthCheckResponse ask() {
      return checks.get().call();
    }
  }

  /** An answer of a server. */
  private static final class Answer extends HealthCheckResponseBuilder {

    private final Map<String, Object> data = new LinkedHashMap<>();
    private String name = "";
    private Status status = Status.DOWN;

    @Override
    public HealthCheckResponseBuilder name(String value) {
      name = value;
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, String value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, long value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, boolean value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder up() {
      return status(true);
    }

    @Override
    public HealthCheckResponseBuilder down() {
      return status(false);
    }

    @Override
    public HealthCheckResponseBuilder status(boolean up) {
      status = up ? Status.UP : Status.DOWN;
      return this;
    }

    @Override
    public HealthCheckResponse build() {
      return new HealthCheckResponse(
          name, status, data.isEmpty() ? Optional.empty() : Optional.of(data));
    }
  }
}
