// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.OperationForbiddenException;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.FakeRequest;

/** CDI Lite: the build compatible extension alone, as in Quarkus. */
class LiteExtensionTest {

  @Test
  void startWhenLiteThenOperationsAreFound() throws Exception {
    try (TestContainer container = start(Map.of(), Notes.class)) {
      AuthorizationEngine engine = container.get(AuthorizationEngine.class);
      FakeRequest request = FakeRequest.tool("list").bearer(container.token("alice", ""));

      assertThat(engine.decide(request)).isInstanceOf(Decision.Challenged.class);
      Notes notes = container.get(Notes.class);
      assertThatExceptionOfType(InsufficientScopeException.class)
          .isThrownBy(() -> container.inRequestOf(container.token("alice", ""), notes::list));
      assertThat(container.inRequestOf(container.token("alice", "notes:read"), notes::list))
          .isEqualTo("list");
      assertThat(container.get(ScannedBeans.class).classes()).contains(Notes.class);
    }
  }

  @Test
  void startWhenLiteThenRolesAreEnforcedOnOperations() throws Exception {
    try (TestContainer container =
        start(Map.of(), RoleTools.class, RoleTools.Offered.class, RoleTools.Heir.class)) {
      RoleTools tools = container.get(RoleTools.class);
      RoleTools.Offered offered = container.get(RoleTools.Offered.class);

      assertThatExceptionOfType(OperationForbiddenException.class)
          .isThrownBy(() -> container.inRequestOf(container.token("alice", ""), tools::reset));
      assertThatExceptionOfType(OperationForbiddenException.class)
          .isThrownBy(() -> container.inRequestOf(container.token("alice", ""), offered::offered));
      RoleTools.Heir heir = container.get(RoleTools.Heir.class);
      assertThatExceptionOfType(OperationForbiddenException.class)
          .isThrownBy(() -> container.inRequestOf(container.token("alice", ""), heir::inherited));
    }
  }

  @Test
  void startWhenLiteAndAnotherMethodNamesItsOperationThenRolesAreEnforced() throws Exception {
    try (TestContainer container = start(Map.of(), GuardedInterceptorTest.SdkTools.class)) {
      GuardedInterceptorTest.SdkTools tools = container.get(GuardedInterceptorTest.SdkTools.class);

      assertThatExceptionOfType(OperationForbiddenException.class)
          .isThrownBy(() -> container.inRequestOf(container.token("alice", ""), tools::ofAdmins));
    }
  }

  /** Looks guarded, and no container makes it. */
  public static class Plain {

    private final String text;

    public Plain(String text) {
      this.text = text;
    }

    @RequiresScope(value = "notes:read", tool = "plain")
    public String plain() {
      return text;
    }
  }

  @Test
  void startWhenLiteAndAnnotatedClassIsNoBeanThenFailsWhenTheApplicationStarts() {
    assertThatThrownBy(() -> start(Map.of(), Notes.class, Plain.class).close())
        .hasStackTraceContaining(
            "MCPAUTH-7105: org.mcpauth.internal.cdi.LiteExtensionTest$Plain has annotations of this"
                + " library and is not a CDI bean");
  }

  @Test
  void startWhenLiteAndSettingIsMissingThenFailsWhenTheApplicationStarts() {
    assertThatThrownBy(() -> start(Map.of("mcp.auth.resource", ""), Notes.class).close())
        .hasStackTraceContaining("MCPAUTH-1001: mcp.auth.resource is not set");
  }

  /** There is no mechanism in Lite: whoever relies on it would have no roles, and not know. */
  @Test
  void startWhenLiteAndContainerLoginIsWantedThenFailsWhenTheApplicationStarts() {
    assertThatThrownBy(() -> start(Map.of("mcp.auth.container-login", "true"), Notes.class).close())
        .hasStackTraceContaining(
            "MCPAUTH-7104: mcp.auth.container-login: CDI Lite has no authentication mechanisms");
  }

  @Test
  @SuppressWarnings("unchecked")
  void startWhenBothExtensionsThenOneScan() {
    Weld both =
        new Weld()
            .addExtension(new McpAuthPortableExtension())
            .addBuildCompatibleExtensions(McpAuthBuildCompatibleExtension.class);
    try (TestContainer container = TestContainer.start(both, Map.of(), Notes.class)) {
      Instance<ScannedBeans> scans = container.scans();

      assertThat(scans.isResolvable()).isTrue();
      assertThat(scans.get().classes()).containsOnlyOnce(Notes.class);
    }
  }

  @SuppressWarnings("unchecked")
  private static TestContainer start(Map<String, String> settings, Class<?>... beans) {
    Weld lite = new Weld().addBuildCompatibleExtensions(Unskipped.class);
    return TestContainer.start(lite, settings, beans);
  }

  /** Weld skips the extension itself, because it has portable extensions too. */
  public static class Unskipped extends McpAuthBuildCompatibleExtension {

    @Override
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Annotation.class)
    public void guard(ClassConfig type) {
      super.guard(type);
    }

    @Override
    @Registration(types = Object.class)
    public void collect(BeanInfo bean) {
      super.collect(bean);
    }

    @Override
    @Registration(types = Object.class)
    public void check(BeanInfo bean, Messages messages) {
      super.check(bean, messages);
    }

    @Override
    @Registration(types = Object.class)
    public void check(ObserverInfo observer, Messages messages) {
      super.check(observer, messages);
    }

    @Override
    @Synthesis
    public void register(SyntheticComponents components) {
      super.register(components);
    }
  }

  /** Guarded. */
  @ApplicationScoped
  public static class Notes {

    @RequiresScope(value = "notes:read", tool = "list")
    public String list() {
      return "list";
    }
  }
}
