// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.spi.OperationNaming;
import org.mcpjava.server.tools.Tool;

/** The annotations of Jakarta and that of RFC 9470 on operations. */
class RoleScannerTest {

  private static final String HERE = "org.mcpauth.internal.requirement.RoleScannerTest$";

  private static List<Requirement> of(Class<?> bean, String tool) {
    return OperationScanner.scan(List.of(bean), List.of(), TestOperations.NOTHING)
        .of(McpOperation.tool(tool));
  }

  private static void assertFault(Class<?> bean, String message) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> of(bean, "act"))
        .withMessage(message);
  }

  private static Requirement role(String... roles) {
    return new Requirement.InRole(Set.of(roles));
  }

  @RolesAllowed("user")
  static class Base {
    @Tool
    public void inherited() {}

    @Tool
    @RolesAllowed("admin")
    public void own() {}

    @Tool
    @RolesAllowed({})
    public void nobody() {}

    public void plain() {}
  }

  @Test
  void scanWhenMethodAndClassThenTheMethodReplacesTheClass() {
    assertThat(of(Base.class, "own")).containsExactly(role("admin"));
    assertThat(of(Base.class, "inherited")).containsExactly(role("user"));
  }

  /** Jakarta Security 5.0: an empty list is nobody. */
  @Test
  void scanWhenNoRoleIsNamedThenClosed() {
    assertThat(of(Base.class, "nobody")).containsExactly(new Requirement.Denied());
  }

  static class Inheriting extends Base {}

  @PermitAll
  static class Opening extends Base {}

  static class Bare {
    @Tool
    public void act() {}
  }

  @RolesAllowed("admin")
  static class Closing extends Bare {}

  @PermitAll
  static class OpeningBare extends Bare {}

  /** Jakarta Annotations §3.2: the class that declares a method counts. */
  @Test
  void scanWhenInheritedThenTheDeclaringClassCounts() {
    assertThat(of(Inheriting.class, "inherited")).containsExactly(role("user"));
    assertThat(of(Opening.class, "inherited")).containsExactly(role("user"));
  }

  /** What a subclass closes is closed; what it would open that it did not declare is not. */
  @Test
  void scanWhenOnlyTheSubclassIsAnnotatedThenItCanCloseAndNotOpen() {
    assertThat(of(Closing.class, "act")).containsExactly(role("admin"));
    assertThat(of(OpeningBare.class, "act")).containsExactly(new Requirement.Authenticated());
  }

  @RolesAllowed("user")
  static class Kinds {
    @Tool
    @RequiresScope("a")
    @RequiresAuthentication(acr = "mfa")
    public void all() {}

    @Tool
    @RequiresAuthentication
    @PermitAll
    void contradiction() {}
  }

  static class AllKinds {
    @Tool
    @RequiresScope("a")
    @RequiresAuthentication(acr = "mfa")
    @RolesAllowed("user")
    public void act() {}
  }

  @Test
  void scanWhenSeveralKindsThenAllCount() {
    assertThat(of(AllKinds.class, "act"))
        .containsExactly(
            new Requirement.Scoped(Scopes.of("a"), RequiresScope.Match.ALL),
            new Requirement.UserAuthentication(List.of("mfa"), Optional.empty()),
            role("user"));
  }

  @Test
  void scanWhenOpenToAllAndMoreIsRequiredThenRefuses() {
    assertFault(
        Kinds.class,
        "MCPAUTH-5011: "
            + HERE
            + "Kinds.contradiction is open to everybody by @PermitAll and yet requires any valid"
            + " token; remove one of them, or move the one on the class to the methods");
  }

  static class Contradicting {
    @Tool
    @PermitAll
    @DenyAll
    public void act() {}
  }

  @Test
  void scanWhenTwoOfThemThenRefuses() {
    assertFault(
        Contradicting.class,
        "MCPAUTH-5010: "
            + HERE
            + "Contradicting.act has more than one of @RolesAllowed, @PermitAll and @DenyAll; keep"
            + " one of them");
  }

  static class Final {
    @Tool
    @RolesAllowed("admin")
    public final void act() {}
  }

  @Test
  void scanWhenMethodCannotBeInterceptedThenRefuses() {
    assertFault(
        Final.class,
        "MCPAUTH-5002: @RolesAllowed on "
            + HERE
            + "Final.act has no effect, because the method is final: make it a plain instance"
            + " method");
  }

  /** Without operations everything is the container's. */
  static class NoTool {
    @PermitAll
    @DenyAll
    static void act() {}
  }

  @Test
  void scanWhenNoOperationThenNotLookedAt() {
    assertThat(of(NoTool.class, "act")).containsExactly(new Requirement.Authenticated());
  }

  static class Losing extends AllKinds {
    @Override
    @Tool
    @RequiresScope("a")
    public void act() {}
  }

  @Test
  void scanWhenOverrideLosesAnnotationsThenRefusesEach() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> of(Losing.class, "act"))
        .withMessageContaining("MCPAUTH-5007: ")
        .withMessageContaining("which has @RequiresAuthentication, and would lose it")
        .withMessageContaining("which has @RolesAllowed, and would lose it")
        .withMessageNotContaining("which has @RequiresScope");
  }

  interface Offering {
    @Tool
    default void offered() {}
  }

  @RolesAllowed("admin")
  static class Taking implements Offering {}

  @PermitAll
  static class OpeningOffered implements Offering {}

  @Test
  void scanWhenOperationIsADefaultMethodThenTheClassCanCloseAndNotOpen() {
    assertThat(of(Taking.class, "offered")).containsExactly(role("admin"));
    assertThat(of(OpeningOffered.class, "offered"))
        .containsExactly(new Requirement.Authenticated());
  }

  interface Contract {
    @RolesAllowed("admin")
    void act();
  }

  static class Implementing implements Contract {
    @Override
    @Tool
    public void act() {}
  }

  @Test
  void scanWhenRolesAreOnInterfaceOfOperationsThenRefuses() {
    assertFault(
        Implementing.class,
        "MCPAUTH-5009: @RolesAllowed on "
            + HERE
            + "Contract.act has no effect, because it is an interface: put it on the class of the"
            + " bean or on its method");
  }

  static class Values {
    @Tool
    @RequiresAuthentication(acr = "a b", maxAge = -2)
    public void act() {}
  }

  @Test
  void scanWhenValuesAreWrongThenReportsAll() {
    assertFault(
        Values.class,
        "MCPAUTH-1099: the configuration has 2 fault(s):"
            + System.lineSeparator()
            + "MCPAUTH-5012: @RequiresAuthentication on "
            + HERE
            + "Values.act: the acr 'a b' is empty or has a space, a quote or a backslash; a good"
            + " value is urn:example:mfa"
            + System.lineSeparator()
            + "MCPAUTH-5013: @RequiresAuthentication on "
            + HERE
            + "Values.act: maxAge is -2; a good value is 300, in seconds");
  }

  static class Named {
    @RolesAllowed("admin")
    public void act() {}
  }

  static class NamedAndOpen {
    @PermitAll
    public void act() {}
  }

  @Test
  void scanWhenOnlyANamingKnowsTheOpenOperationThenOpen() {
    OperationNaming naming = method -> Optional.of(McpOperation.tool(method.getName()));

    assertThat(
            OperationScanner.scan(
                    List.of(NamedAndOpen.class), List.of(naming), TestOperations.NOTHING)
                .of(McpOperation.tool("act")))
        .containsExactly(new Requirement.Anonymous());
  }

  /** Only the filter would guard it: extensions see no naming beans. */
  @Test
  void scanWhenOnlyANamingKnowsTheOperationThenRefuses() {
    OperationNaming naming = method -> Optional.of(McpOperation.tool(method.getName()));

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                OperationScanner.scan(
                    List.of(Named.class), List.of(naming), TestOperations.NOTHING))
        .withMessage(
            "MCPAUTH-5014: "
                + HERE
                + "Named.act has @RolesAllowed, and only an OperationNaming says that it is an"
                + " operation, so the method would not be guarded: add @RequiresScope({}) to it");
  }
}
