// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InsufficientUserAuthenticationException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.OperationForbiddenException;
import org.mcpauth.RequiresScope;

/** jakartaee/security#295: no container enforces roles on CDI beans, so this library does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedInterceptorTest {

  private final TestContainer container =
      TestContainer.start(
          RoleTools.class,
          RoleTools.Offered.class,
          RoleTools.Heir.class,
          SdkTools.class,
          Service.class);

  /** A bean of a server that has no annotations of its own, such as the MCP Java SDK. */
  @ApplicationScoped
  public static class SdkTools {

    @RequiresScope(value = "notes:read", tool = "a")
    public String named() {
      return "named";
    }

    @RolesAllowed("admin")
    public String ofAdmins() {
      return "ofAdmins";
    }

    @DenyAll
    public String ofNobody() {
      return "ofNobody";
    }
  }

  /** Without operations its roles are the container's. */
  @ApplicationScoped
  public static class Service {

    @RolesAllowed("admin")
    public String work() {
      return "work";
    }
  }

  @AfterAll
  void stop() {
    container.close();
  }

  private String call(Map<String, Object> claims, Function<RoleTools, String> tool)
      throws Exception {
    RoleTools tools = container.get(RoleTools.class);
    return container.inRequestOf(container.tokenOf(claims), () -> tool.apply(tools));
  }

  private String callInRoles(List<String> roles, Function<RoleTools, String> tool)
      throws Exception {
    return call(Map.of("groups", roles), tool);
  }

  @Test
  void authorizeWhenRoleIsOneOfThoseAllowedThenProceeds() throws Exception {
    assertThat(callInRoles(List.of("operator"), RoleTools::reset)).isEqualTo("reset");
    assertThat(callInRoles(List.of("user"), RoleTools::list)).isEqualTo("list");
  }

  @Test
  void authorizeWhenOperationIsADefaultMethodThenTheClassCounts() throws Exception {
    assertForAdminsOnly(container.get(RoleTools.Offered.class)::offered);
  }

  @Test
  void authorizeWhenOnlyTheSuperclassIsAnnotatedThenItCounts() throws Exception {
    assertForAdminsOnly(container.get(RoleTools.Heir.class)::inherited);
  }

  private void assertForAdminsOnly(Callable<String> tool) throws Exception {
    String admin = container.tokenOf(Map.of("groups", List.of("admin")));
    String user = container.tokenOf(Map.of("groups", List.of("user")));

    assertThat(container.inRequestOf(admin, tool)).isNotEmpty();
    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(() -> container.inRequestOf(user, tool));
  }

  @Test
  void authorizeWhenRoleIsAnotherThenForbidden() {
    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(() -> callInRoles(List.of("user"), RoleTools::reset));
    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(() -> callInRoles(List.of("admin"), RoleTools::list));
    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(() -> callInRoles(List.of("admin", "user"), RoleTools::never));
  }

  @Test
  void authorizeWhenPermittedToAllThenWithoutTokenToo() throws Exception {
    RoleTools tools = container.get(RoleTools.class);

    assertThat(container.inRequest(Optional.empty(), tools::about)).isEqualTo("about");
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> container.inRequest(Optional.empty(), tools::list));
  }

  /** All three kinds of annotations count: the class has the role, the method the rest. */
  @Test
  void authorizeWhenSeveralKindsThenAllCount() throws Exception {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> enough =
        Map.of(
            "groups",
            List.of("user"),
            "scope",
            "notes:delete",
            "acr",
            "urn:example:mfa",
            "auth_time",
            now);

    assertThat(call(enough, RoleTools::wipe)).isEqualTo("wipe");
    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(() -> call(with(enough, "groups", List.of()), RoleTools::wipe));
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call(with(enough, "scope", "notes:read"), RoleTools::wipe));
    assertThatExceptionOfType(InsufficientUserAuthenticationException.class)
        .isThrownBy(() -> call(with(enough, "acr", "password"), RoleTools::wipe))
        .satisfies(
            e -> {
              assertThat(e.acrValues()).containsExactly("urn:example:mfa");
              assertThat(e.scopes()).containsExactly("notes:delete");
            });
    assertThatExceptionOfType(InsufficientUserAuthenticationException.class)
        .isThrownBy(() -> call(with(enough, "auth_time", now - 400), RoleTools::wipe));
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(claims);
    changed.put(name, value);
    return changed;
  }

  /** Nobody knows by which name the server offers them, but they are guarded all the same. */
  @Test
  void authorizeWhenAnotherMethodNamesItsOperationThenRolesCount() throws Exception {
    SdkTools tools = container.get(SdkTools.class);
    String admin = container.tokenOf(Map.of("groups", List.of("admin")));
    String user = container.tokenOf(Map.of("groups", List.of("user"), "scope", "notes:read"));

    assertThat(container.inRequestOf(admin, tools::ofAdmins)).isEqualTo("ofAdmins");
    assertThat(container.inRequestOf(user, tools::named)).isEqualTo("named");
    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(() -> container.inRequestOf(user, tools::ofAdmins));
    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(() -> container.inRequestOf(admin, tools::ofNobody));
  }

  @Test
  void authorizeWhenBeanHasNoOperationsThenItsRolesAreTheContainers() throws Exception {
    Service service = container.get(Service.class);

    assertThat(container.inRequest(Optional.empty(), service::work)).isEqualTo("work");
  }
}
