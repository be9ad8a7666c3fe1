// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;

class RequirementRegistryTest {

  private static final Requirement AUTHENTICATED = new Requirement.Authenticated();

  private static Requirement scoped(String... scopes) {
    return new Requirement.Scoped(Scopes.of(scopes), Match.ALL);
  }

  private static RequirementRegistry registry(McpOperation operation, Requirement requirement) {
    return new RequirementRegistry(Map.of(operation, requirement));
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
    Map<McpOperation, Requirement> requirements = new LinkedHashMap<>();
    for (String name : new String[] {"notes://{z}", "notes://{y}", "notes://{a}", "notes://{m}"}) {
      requirements.put(McpOperation.resource(name), scoped(name.substring(9, 10)));
    }
    requirements.put(McpOperation.resource("notes://1"), scoped("exact"));

    assertThat(new RequirementRegistry(requirements).of(McpOperation.resource("notes://1")))
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
}
