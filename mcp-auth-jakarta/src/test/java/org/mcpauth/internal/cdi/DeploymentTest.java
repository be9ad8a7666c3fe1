// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.FakeRequest;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.TestSettings;
import org.mcpauth.spi.MetadataContributor;
import org.mcpauth.spi.OperationNaming;
import org.mcpauth.spi.RequirementProvider;
import org.mcpauth.spi.ScopeHierarchy;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/** What is wrong stops the deployment; what is right is found. */
class DeploymentTest {

  @Test
  void startWhenKeysAreMissingThenFailsNamingAllOfThem() {
    assertFails(
        Map.of("mcp.auth.resource", "", "mcp.auth.authorization-servers", ""),
        "MCPAUTH-1099: the configuration has 2 fault(s)",
        "MCPAUTH-1001: mcp.auth.resource is not set",
        "MCPAUTH-1001: mcp.auth.authorization-servers is not set");
  }

  @Test
  void startWhenHierarchyIsWrongThenFails() {
    assertFails(Map.of("mcp.auth.scope-hierarchy.\"a b\"", "c"), "MCPAUTH-1004");
    assertFails(
        Map.of("mcp.auth.scope-hierarchy.\"a\"", "b", "mcp.auth.scope-hierarchy.\"b\"", "a"),
        "MCPAUTH-1003");
  }

  @Test
  void startWhenAnnotationHasNoEffectThenFails() {
    assertFails(Map.of(), FinalTool.class, "FinalTool.list", "final");
    assertFails(Map.of(), StaticTool.class, "MCPAUTH-5002", "StaticTool.list", "static");
    assertFails(Map.of(), PrivateTool.class, "MCPAUTH-5002", "PrivateTool.list", "private");
    assertFails(Map.of(), BadScope.class, "MCPAUTH-5003", "BadScope.list");
    assertFails(Map.of(), Forgetful.class, "MCPAUTH-5007", "Forgetful.list");
  }

  @Test
  void startWhenContributorOverridesThenFails() {
    assertFails(Map.of(), Overriding.class, "MCPAUTH-3001", "Overriding", "resource");
  }

  @Test
  void startWhenIssuerIsAnotherThenFails() {
    assertFails(
        Map.of("mcp.auth.authorization-servers", "http://localhost:{port}"),
        "MCPAUTH-2002: mcp.auth.authorization-servers: the metadata of http://localhost:");
  }

  /** An issuer that is down does not keep the application down. */
  @Test
  void startWhenIssuerIsDownThenStarts() {
    try (TestContainer container =
        TestContainer.start(Map.of("mcp.auth.authorization-servers", "http://127.0.0.1:1"))) {
      assertThat(container.get(AuthorizationEngine.class).decide(FakeRequest.get("/mcp")))
          .isInstanceOf(Decision.Challenged.class);
    }
  }

  @Test
  void startWhenSpiBeansThenAllAreUsedInOrderOfPriority() {
    try (TestContainer container =
        TestContainer.start(
            Last.class, Unprioritized.class, First.class, Spi.class, Recorder.class)) {
      AuthorizationEngine engine = container.get(AuthorizationEngine.class);
      Decision decision = engine.decide(FakeRequest.tool("named").bearer("opaque"));

      assertThat(container.get(Recorder.class).asked())
          .containsExactly("First", "Unprioritized", "Last");
      assertThat(decision).isInstanceOf(Decision.Challenged.class);
      assertThat(((Decision.Challenged) decision).challenge().scopes())
          .containsExactly("named:scope", "tenant:a", "opaque");
      assertThat(engine.decide(FakeRequest.tool("named").bearer("root")))
          .isInstanceOf(Decision.Proceed.class);
      assertThat(
              ((Decision.Metadata)
                      engine.decide(FakeRequest.get("/.well-known/oauth-protected-resource/mcp")))
                  .json())
          .contains("\"resource_name\":\"Notes\"");
    }
  }

  @Test
  void decideWhenObservedThenEventsReachTheApplication() {
    try (TestContainer container = TestContainer.start(Recorder.class)) {
      AuthorizationEngine engine = container.get(AuthorizationEngine.class);
      Recorder recorder = container.get(Recorder.class);
      assertThat(engine.decide(FakeRequest.get("/mcp"))).isInstanceOf(Decision.Challenged.class);
      assertThat(engine.decide(FakeRequest.tool("x").bearer(container.token("alice", "a"))))
          .isInstanceOf(Decision.Proceed.class);

      assertThat(recorder.events())
          .containsExactly("AccessDenied", "TokenAccepted", "AccessGranted");
      assertThat(recorder.denied()).containsExactly(AccessDenied.Reason.NO_CREDENTIALS);
    }
  }

  @Test
  void decideWhenObserverThrowsThenDenied() {
    try (TestContainer container = TestContainer.start(Refusing.class)) {
      assertThat(
              container
                  .get(AuthorizationEngine.class)
                  .decide(FakeRequest.tool("x").bearer(container.token("alice", "a"))))
          .isEqualTo(new Decision.Failed());
    }
  }

  private static void assertFails(Map<String, String> settings, String... texts) {
    assertFails(settings, Recorder.class, texts);
  }

  private static void assertFails(Map<String, String> settings, Class<?> bean, String... texts) {
    assertThatThrownBy(() -> TestContainer.start(settings, bean).close())
        .satisfies(
            failure -> {
              Throwable cause = failure;
              while (cause.getCause() != null && !(cause instanceof ConfigurationException)) {
                cause = cause.getCause();
              }
              assertThat(String.valueOf(cause.getMessage())).contains(texts);
            });
  }

  /** Notes what happens. */
  @ApplicationScoped
  public static class Recorder {

    private final List<String> asked = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> correlationIds = new ArrayList<>();
    private final List<AccessDenied.Reason> denied = new ArrayList<>();

    List<String> asked() {
      return asked;
    }

    List<String> events() {
      return events;
    }

    List<String> correlationIds() {
      return correlationIds;
    }

    List<AccessDenied.Reason> denied() {
      return denied;
    }

    void any(@Observes AuthorizationEvent event) {
      events.add(event.getClass().getSimpleName());
      correlationIds.add(event.correlationId());
    }

    void denied(@Observes AccessDenied event) {
      denied.add(event.reason());
    }
  }

  /** Cannot stand anything. */
  @ApplicationScoped
  public static class Refusing {

    void any(@Observes AuthorizationEvent event) {
      throw new IllegalStateException("the audit log is full");
    }
  }

  /** Asked at last, and knows the token. */
  @ApplicationScoped
  @Priority(3000)
  public static class Last implements TokenVerifier {

    @Inject Recorder recorder;

    @Override
    public Optional<VerifiedClaims> verify(String token) {
      recorder.asked().add("Last");
      return Optional.of(
          new VerifiedClaims(
              Map.of(
                  "iss",
                  ConfigProvider.getConfig()
                      .getValue("mcp.auth.authorization-servers", String.class),
                  "aud",
                  TestSettings.RESOURCE,
                  "scope",
                  token,
                  "exp",
                  Clock.systemUTC().instant().getEpochSecond() + 60)));
    }
  }

  /** Asked in between. */
  @ApplicationScoped
  public static class Unprioritized implements TokenVerifier {

    @Inject Recorder recorder;

    @Override
    public Optional<VerifiedClaims> verify(String token) {
      recorder.asked().add("Unprioritized");
      return Optional.empty();
    }
  }

  /** Asked at first. */
  @ApplicationScoped
  @Priority(1)
  public static class First implements TokenVerifier {

    @Inject Recorder recorder;

    @Override
    public Optional<VerifiedClaims> verify(String token) {
      recorder.asked().add("First");
      return Optional.empty();
    }
  }

  /** Everything else. */
  @ApplicationScoped
  public static class Spi
      implements ScopeHierarchy, RequirementProvider, OperationNaming, MetadataContributor {

    @RequiresScope("named:scope")
    public void tool() {}

    @Override
    public Scopes impliedBy(String scope) {
      return scope.equals("root") ? Scopes.of("named:scope", "tenant:a") : Scopes.none();
    }

    @Override
    public Scopes additionalScopes(Call call) {
      return Scopes.of("tenant:a");
    }

    @Override
    public Optional<McpOperation> operationOf(Method method) {
      return method.getName().equals("tool")
          ? Optional.of(McpOperation.tool("named"))
          : Optional.empty();
    }

    @Override
    public JsonObject members() {
      return Json.createObjectBuilder().add("resource_name", "Notes").build();
    }
  }

  /** Sets what is not its to set. */
  @ApplicationScoped
  public static class Overriding implements MetadataContributor {

    @Override
    public JsonObject members() {
      return Json.createObjectBuilder().add("resource", "https://evil.example").build();
    }
  }

  /** Not interceptable. */
  @Dependent
  public static class FinalTool {

    @RequiresScope("a")
    public final void list() {}
  }

  /** Not interceptable. */
  @ApplicationScoped
  public static class StaticTool {

    @RequiresScope("a")
    public static void list() {}
  }

  /** Not interceptable. */
  @ApplicationScoped
  public static class PrivateTool {

    void open() {
      list();
    }

    @RequiresScope("a")
    private void list() {}
  }

  /** A scope that no token can have. */
  @ApplicationScoped
  public static class BadScope {

    @RequiresScope("a b")
    public void list() {}
  }

  /** Guarded. */
  public static class Guarded {

    @RequiresScope("a")
    public void list() {}
  }

  /** Overrides without a guard. */
  @ApplicationScoped
  public static class Forgetful extends Guarded {

    @Override
    public void list() {}
  }
}
