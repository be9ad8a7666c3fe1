// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.spi.OperationNaming;
import org.mcpjava.server.prompts.Prompt;
import org.mcpjava.server.resources.Resource;
import org.mcpjava.server.resources.ResourceTemplate;
import org.mcpjava.server.tools.Tool;

class OperationScannerTest {

  private static RequirementRegistry scan(Class<?>... beans) {
    return OperationScanner.scan(List.of(beans), List.of(), TestOperations.NOTHING);
  }

  private static Requirement all(String... scopes) {
    return new Requirement.Scoped(Scopes.of(scopes), Match.ALL);
  }

  static class OwnNames {
    @RequiresScope(value = "a", tool = "add")
    public void first() {}

    @RequiresScope(value = "b", prompt = "greet")
    public void second() {}

    @RequiresScope(value = "c", resource = "notes://{id}")
    public void third() {}
  }

  @Test
  void scanWhenAnnotationNamesTheOperationThenThatIsIt() {
    RequirementRegistry registry = scan(OwnNames.class);

    assertThat(registry.of(McpOperation.tool("add"))).containsExactly(all("a"));
    assertThat(registry.of(McpOperation.prompt("greet"))).containsExactly(all("b"));
    assertThat(registry.of(McpOperation.resource("notes://1"))).containsExactly(all("c"));
    assertThat(registry.size()).isEqualTo(3);
  }

  static class McpJavaNames {
    @Tool(name = "add-note")
    @RequiresScope("a")
    public void add() {}

    @Tool
    @RequiresScope("b")
    public void delete() {}

    @Prompt(name = "")
    @RequiresScope("c")
    void greet() {}

    @Resource(uri = "notes://all", name = "decoy")
    @RequiresScope("d")
    protected void all() {}

    @ResourceTemplate(uriTemplate = "notes://by/{author}", name = "decoy")
    @RequiresScope("e")
    public void by() {}

    @Tool
    public void open() {}
  }

  @Test
  void scanWhenServerAnnotationIsKnownThenItNamesTheOperation() {
    RequirementRegistry registry = scan(McpJavaNames.class);

    assertThat(registry.of(McpOperation.tool("add-note"))).containsExactly(all("a"));
    assertThat(registry.of(McpOperation.tool("delete"))).containsExactly(all("b"));
    assertThat(registry.of(McpOperation.prompt("greet"))).containsExactly(all("c"));
    assertThat(registry.of(McpOperation.resource("notes://all"))).containsExactly(all("d"));
    assertThat(registry.of(McpOperation.resource("notes://by/me"))).containsExactly(all("e"));
    assertThat(registry.of(McpOperation.tool("open")))
        .containsExactly(new Requirement.Authenticated());
    assertThat(registry.size()).isEqualTo(5);
  }

  static class OtherServers {
    @io.quarkiverse.mcp.server.Tool
    @RequiresScope("a")
    public void quarkus() {}

    @io.quarkiverse.mcp.server.Tool(name = "named")
    @RequiresScope("b")
    public void other() {}

    @io.openliberty.mcp.annotations.Tool(name = "liberty")
    @RequiresScope("c")
    public void x() {}

    @dev.langchain4j.agent.tool.Tool("a description, not a name")
    @RequiresScope("d")
    public void langchain() {}

    @org.mcp_java.annotations.tools.Tool(description = "an edition without a name")
    @RequiresScope("e")
    public void wildfly() {}
  }

  @Test
  void scanWhenServersDifferThenEachNamesInItsWay() {
    RequirementRegistry registry = scan(OtherServers.class);

    assertThat(registry.of(McpOperation.tool("quarkus"))).containsExactly(all("a"));
    assertThat(registry.of(McpOperation.tool("named"))).containsExactly(all("b"));
    assertThat(registry.of(McpOperation.tool("liberty"))).containsExactly(all("c"));
    assertThat(registry.of(McpOperation.tool("langchain"))).containsExactly(all("d"));
    assertThat(registry.of(McpOperation.tool("wildfly"))).containsExactly(all("e"));
  }

  static class CustomNames {
    @RequiresScope("a")
    public void doAdd() {}

    @RequiresScope(value = "b", tool = "own")
    public void doOther() {}

    @RequiresScope("c")
    @Tool
    public void doKnown() {}

    @RequiresScope("d")
    public void unnamed() {}
  }

  @Test
  void scanWhenNothingElseNamesTheOperationThenNamingIsAsked() {
    OperationNaming none = method -> Optional.empty();
    OperationNaming prefix =
        method ->
            method.getName().startsWith("do")
                ? Optional.of(McpOperation.tool(method.getName().substring(2)))
                : Optional.empty();

    RequirementRegistry registry =
        OperationScanner.scan(
            List.of(CustomNames.class), List.of(none, prefix), TestOperations.NOTHING);

    assertThat(registry.of(McpOperation.tool("Add"))).containsExactly(all("a"));
    assertThat(registry.of(McpOperation.tool("own"))).containsExactly(all("b"));
    assertThat(registry.of(McpOperation.tool("doKnown"))).containsExactly(all("c"));
    assertThat(registry.size()).isEqualTo(3);
  }

  @RequiresScope("class")
  static class WholeClass {
    @Tool
    public void first() {}

    @Tool
    @RequiresScope(
        value = {"x", "y"},
        match = Match.ANY)
    public void second() {}

    public void helper() {}
  }

  static class SubClass extends WholeClass {
    @Tool
    public void third() {}
  }

  @Test
  void scanWhenClassIsAnnotatedThenItsOperationsAndThoseOfSubclassesHaveItsRequirement() {
    RequirementRegistry registry = scan(SubClass.class);

    assertThat(registry.of(McpOperation.tool("first"))).containsExactly(all("class"));
    assertThat(registry.of(McpOperation.tool("second")))
        .containsExactly(new Requirement.Scoped(Scopes.of("x", "y"), Match.ANY));
    assertThat(registry.of(McpOperation.tool("third"))).containsExactly(all("class"));
    assertThat(registry.size()).isEqualTo(3);
  }

  /** Both are beans: what they declare together is the same. */
  @Test
  void scanWhenSameOperationHasEqualRequirementsThenAccepts() {
    assertThat(scan(WholeClass.class, SubClass.class).size()).isEqualTo(3);
  }

  static class Base {
    @Tool
    @RequiresScope("base")
    public void act() {}
  }

  static class Overriding extends Base {
    @Override
    @Tool(name = "renamed")
    @RequiresScope("own")
    public void act() {}
  }

  @Test
  void scanWhenMethodIsOverriddenThenOnlyTheOverrideCounts() {
    RequirementRegistry registry = scan(Overriding.class);

    assertThat(registry.of(McpOperation.tool("renamed"))).containsExactly(all("own"));
    assertThat(registry.of(McpOperation.tool("act")))
        .containsExactly(new Requirement.Authenticated());
  }

  static class GenericBase<T> {
    @Tool(name = "generic")
    @RequiresScope("base")
    public void act(T what) {}
  }

  static class GenericOverriding extends GenericBase<String> {
    @Override
    @Tool(name = "generic")
    @RequiresScope("own")
    public void act(String what) {}
  }

  /** The compiler adds a bridge with the parameters of the overridden method. */
  @Test
  void scanWhenGenericMethodIsOverriddenThenOnlyTheOverrideCounts() {
    assertThat(scan(GenericOverriding.class).of(McpOperation.tool("generic")))
        .containsExactly(all("own"));
  }

  static class CovariantBase {
    @Tool(name = "covariant")
    @RequiresScope("base")
    public Object act() {
      return "";
    }
  }

  static class CovariantOverriding extends CovariantBase {
    @Override
    @Tool(name = "covariant")
    @RequiresScope("own")
    public String act() {
      return "";
    }
  }

  @Test
  void scanWhenReturnTypeIsNarrowedThenOnlyTheOverrideCounts() {
    assertThat(scan(CovariantOverriding.class).of(McpOperation.tool("covariant")))
        .containsExactly(all("own"));
  }

  static class Hidden {
    @Tool
    @RequiresScope("hidden")
    public void bridged() {}
  }

  /** Public, while its superclass is not: the compiler bridges what it inherits. */
  public static class Visible extends Hidden {}

  @Test
  void scanWhenInheritedMethodIsOnlyBridgedThenItCounts() {
    assertThat(scan(Visible.class).of(McpOperation.tool("bridged"))).containsExactly(all("hidden"));
  }

  interface Offering {
    @Tool(name = "offered")
    default void offer() {}

    @Tool
    default void replaced() {}
  }

  interface Narrower extends Offering {
    @Override
    @Tool(name = "narrowed")
    default void replaced() {}
  }

  @RequiresScope("class")
  static class Taking implements Offering {
    @Override
    @Tool(name = "own")
    @RequiresScope("own")
    public void replaced() {}
  }

  @RequiresScope("class")
  static class TakingTheNarrower extends Plain implements Narrower {}

  /** Servers offer them, because reflection lists them among the methods of the bean. */
  @Test
  void scanWhenOperationIsADefaultMethodThenTheAnnotationOfTheClassCounts() {
    RequirementRegistry taking = scan(Taking.class);
    assertThat(taking.of(McpOperation.tool("offered"))).containsExactly(all("class"));
    assertThat(taking.of(McpOperation.tool("own"))).containsExactly(all("own"));
    assertThat(taking.size()).isEqualTo(2);

    RequirementRegistry narrower = scan(TakingTheNarrower.class);
    assertThat(narrower.of(McpOperation.tool("offered"))).containsExactly(all("class"));
    assertThat(narrower.of(McpOperation.tool("narrowed"))).containsExactly(all("class"));
    assertThat(narrower.size()).isEqualTo(2);
  }

  static class Overloading {
    @Tool(name = "one")
    @RequiresScope("a")
    public void act(String what) {}

    @Tool(name = "two")
    @RequiresScope("b")
    public void act(int what) {}
  }

  @Test
  void scanWhenMethodIsOverloadedThenEachIsItsOwnOperation() {
    RequirementRegistry registry = scan(Overloading.class);

    assertThat(registry.of(McpOperation.tool("one"))).containsExactly(all("a"));
    assertThat(registry.of(McpOperation.tool("two"))).containsExactly(all("b"));
  }

  @Test
  void scanWhenOperationsAreAnonymousThenTheyNeedNoToken() {
    RequirementRegistry registry =
        OperationScanner.scan(
            List.of(McpJavaNames.class),
            List.of(),
            TestOperations.anonymous(
                new McpAuthSettings.Anonymous(
                    Set.of("help"), Set.of("about"), Set.of("notes://about"), Set.of("ping"))));

    for (McpOperation open :
        List.of(
            McpOperation.tool("help"),
            McpOperation.prompt("about"),
            McpOperation.resource("notes://about"),
            McpOperation.method("ping"))) {
      assertThat(registry.of(open)).containsExactly(new Requirement.Anonymous());
    }
    assertThat(registry.hasAnonymous()).isTrue();
    assertThat(registry.of(McpOperation.tool("delete"))).containsExactly(all("b"));
  }

  /** A template that guards a resource is not opened by naming the resource. */
  @Test
  void scanWhenAnonymousResourceMatchesGuardedTemplateThenBothCount() {
    RequirementRegistry registry =
        OperationScanner.scan(
            List.of(McpJavaNames.class),
            List.of(),
            TestOperations.anonymous(
                new McpAuthSettings.Anonymous(
                    Set.of(), Set.of(), Set.of("notes://by/me"), Set.of())));

    assertThat(registry.of(McpOperation.resource("notes://by/me")))
        .containsExactly(new Requirement.Anonymous(), all("e"));
  }

  static class Plain {
    public void act() {}
  }

  @Test
  void scanWhenNothingIsAnnotatedThenEmpty() {
    assertThat(scan(Plain.class).size()).isZero();
    assertThat(scan().hasAnonymous()).isFalse();
  }
}
