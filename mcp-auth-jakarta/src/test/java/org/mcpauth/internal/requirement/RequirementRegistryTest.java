// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.DefaultPolicy;

class RequirementRegistryTest {

  private static final Requirement AUTHENTICATED = new Requirement.Authenticated();

  private static Requirement scoped(String... scopes) {
    return new Requirement.Scoped(Scopes.of(scopes), Match.ALL);
  }

  private static RequirementRegistry registry(McpOperation operation, Requirement requirement) {
    return registry(Map.of(operation, List.of(requirement)), DefaultPolicy.AUTHENTICATED);
  }

  private static RequirementRegistry registry(
      Map<McpOperation, List<Requirement>> requirements, DefaultPolicy policy) {
    return new RequirementRegistry(requirements, requirements.keySet(), policy);
  }

  @Test
  void ofWhenNothingIsKnownThenAnyValidToken() {
    RequirementRegistry registry = registry(McpOperation.tool("add"), scoped("notes:write"));

    assertThat(registry.of(McpOperation.tool("other"))).containsExactly(AUTHENTICATED);
    assertThat(registry.of(McpOperation.tool("ADD"))).containsExactly(AUTHENTICATED);
    assertThat(registry.of(McpOperation.prompt("add"))).containsExactly(AUTHENTICATED);
    assertThat(registry.of(McpOperation.method("tools/list"))).containsExactly(AUTHENTICATED);
    assertThat(registry.of(McpOperation.resource("notes://1"))).containsExactly(AUTHENTICATED);
  }

  @Test
  void ofWhenDeclaredThenItsRequirement() {
    assertThat(
            registry(McpOperation.tool("add"), scoped("notes:write")).of(McpOperation.tool("add")))
        .containsExactly(scoped("notes:write"));
  }

  @Test
  void ofWhenTemplateMatchesThenItsRequirement() {
    RequirementRegistry registry =
        registry(McpOperation.resource("notes://{id}"), scoped("notes:read"));

    assertThat(registry.of(McpOperation.resource("notes://1")))
        .containsExactly(scoped("notes:read"));
    assertThat(registry.of(McpOperation.resource("files://1"))).containsExactly(AUTHENTICATED);
    assertThat(registry.of(McpOperation.tool("notes://1"))).containsExactly(AUTHENTICATED);
  }

  /** A completion names the template itself. */
  @Test
  void ofWhenTemplateItselfIsNamedThenItsRequirement() {
    assertThat(
            registry(McpOperation.resource("notes://{id}"), scoped("notes:read"))
                .of(McpOperation.resource("notes://{id}")))
        .containsOnly(scoped("notes:read"));
  }

  /** Braces in the name of a tool mean nothing. */
  @Test
  void ofWhenToolLooksLikeTemplateThenItIsNone() {
    assertThat(
            registry(McpOperation.tool("add{x}"), scoped("notes:write"))
                .of(McpOperation.tool("add1")))
        .containsExactly(AUTHENTICATED);
  }

  /** SCOPE-3, SCOPE-4: all that match count, always in the same order. */
  @Test
  void ofWhenSeveralMatchThenAllOfThemInTheOrderOfTheirNames() {
    Map<McpOperation, List<Requirement>> requirements = new LinkedHashMap<>();
    for (String name : new String[] {"notes://{z}", "notes://{y}", "notes://{a}", "notes://{m}"}) {
      requirements.put(McpOperation.resource(name), List.of(scoped(name.substring(9, 10))));
    }
    requirements.put(McpOperation.resource("notes://1"), List.of(scoped("exact")));

    assertThat(
            registry(requirements, DefaultPolicy.AUTHENTICATED)
                .of(McpOperation.resource("notes://1")))
        .containsExactly(scoped("exact"), scoped("a"), scoped("m"), scoped("y"), scoped("z"));
  }

  @Test
  void hasAnonymousWhenOneIsOpenThenTrue() {
    assertThat(registry(McpOperation.tool("add"), scoped("x")).hasAnonymous()).isFalse();
    assertThat(registry(McpOperation.tool("add"), AUTHENTICATED).hasAnonymous()).isFalse();
    assertThat(registry(McpOperation.tool("help"), new Requirement.Anonymous()).hasAnonymous())
        .isTrue();
  }

  @Test
  void sizeWhenTemplatesThenTheyCountOnce() {
    assertThat(registry(McpOperation.resource("notes://{id}"), scoped("x")).size()).isEqualTo(1);
  }

  /** Nobody gets as far as to call anything without the methods of MCP itself. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "initialize",
        "ping",
        "server/discover",
        "tools/list",
        "prompts/list",
        "resources/list",
        "resources/templates/list",
        "completion/complete",
        "logging/setLevel",
        "subscriptions/listen",
        "resources/subscribe",
        "tasks/get",
        "tasks/result",
        "tasks/cancel",
        "notifications/initialized",
        "response",
        "GET",
        "DELETE"
      })
  void ofWhenMethodOfTheProtocolThenAuthenticatedUnlessEverythingIsPermitted(String method) {
    McpOperation operation = McpOperation.method(method);

    assertThat(registry(Map.of(), DefaultPolicy.AUTHENTICATED).of(operation))
        .containsExactly(AUTHENTICATED);
    assertThat(registry(Map.of(), DefaultPolicy.DENY).of(operation)).containsExactly(AUTHENTICATED);
    assertThat(registry(Map.of(), DefaultPolicy.PERMIT).of(operation))
        .containsExactly(new Requirement.Anonymous());
  }

  @Test
  void ofWhenNothingIsSaidThenTheDefaultPolicyCounts() {
    for (McpOperation operation :
        List.of(
            McpOperation.tool("x"), McpOperation.prompt("x"), McpOperation.resource("notes://x"))) {
      assertThat(registry(Map.of(), DefaultPolicy.DENY).of(operation))
          .containsExactly(new Requirement.Denied());
      assertThat(registry(Map.of(), DefaultPolicy.PERMIT).of(operation))
          .containsExactly(new Requirement.Anonymous());
    }
  }

  /** What MCP does not know may be anything, so it is not opened with the rest. */
  @Test
  void ofWhenMethodIsUnknownThenNeverOpen() {
    McpOperation operation = McpOperation.method("admin/reset");

    assertThat(registry(Map.of(), DefaultPolicy.DENY).of(operation))
        .containsExactly(new Requirement.Denied());
    assertThat(registry(Map.of(), DefaultPolicy.PERMIT).of(operation))
        .containsExactly(AUTHENTICATED);
  }

  @Test
  void ofWhenNameHasAnAsteriskThenItStandsForAnyText() {
    RequirementRegistry registry =
        registry(
            Map.of(
                McpOperation.tool("admin_*"), List.of(scoped("admin")),
                McpOperation.tool("admin_users"), List.of(scoped("users"))),
            DefaultPolicy.AUTHENTICATED);

    assertThat(registry.of(McpOperation.tool("admin_reset"))).containsExactly(scoped("admin"));
    assertThat(registry.of(McpOperation.tool("admin_users")))
        .containsExactly(scoped("users"), scoped("admin"));
    assertThat(registry.of(McpOperation.tool("reset"))).containsExactly(AUTHENTICATED);
    assertThat(registry.of(McpOperation.prompt("admin_reset"))).containsExactly(AUTHENTICATED);
  }
}
