// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpjava.server.resources.ResourceTemplate;
import org.mcpjava.server.tools.Tool;

/** Whatever is annotated but could not be enforced stops the deployment. */
class OperationScannerFaultsTest {

  private static final String HERE = OperationScannerFaultsTest.class.getName() + "$";

  private static void assertFaults(Class<?> bean, String... messages) {
    assertFaults(List.of(bean), Set.of(), Set.of(), messages);
  }

  private static void assertFaults(
      List<Class<?>> beans,
      Set<String> anonymousTools,
      Set<String> anonymousResources,
      String... messages) {
    var anonymous =
        new McpAuthSettings.Anonymous(anonymousTools, Set.of(), anonymousResources, Set.of());
    String one = messages[0];
    String several =
        "MCPAUTH-1099: the configuration has %d fault(s):%n%s"
            .formatted(messages.length, String.join(System.lineSeparator(), messages));
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> OperationScanner.scan(beans, List.of(), TestOperations.anonymous(anonymous)))
        .withMessage(messages.length == 1 ? one : several);
  }

  static class PrivateMethod {
    @Tool
    @RequiresScope("a")
    @SuppressWarnings("UnusedMethod")
    private void act() {}
  }

  static class StaticMethod {
    @Tool
    @RequiresScope("a")
    public static void act() {}
  }

  static class FinalMethod {
    @Tool
    @RequiresScope("a")
    public final void act() {}
  }

  @Test
  void scanWhenMethodCannotBeInterceptedThenRefuses() {
    assertFaults(PrivateMethod.class, notInterceptable("PrivateMethod.act", "private"));
    assertFaults(StaticMethod.class, notInterceptable("StaticMethod.act", "static"));
    assertFaults(FinalMethod.class, notInterceptable("FinalMethod.act", "final"));
  }

  private static String notInterceptable(String where, String word) {
    return "MCPAUTH-5002: @RequiresScope on "
        + HERE
        + where
        + " has no effect, because the method is "
        + word
        + ": make it a plain instance method";
  }

  @RequiresScope("a")
  static class FinalMethodOfAnnotatedClass {
    @Tool
    public final void act() {}

    public final void noOperation() {}
  }

  @Test
  void scanWhenOperationOfAnnotatedClassCannotBeInterceptedThenRefuses() {
    assertFaults(
        FinalMethodOfAnnotatedClass.class,
        notInterceptable("FinalMethodOfAnnotatedClass.act", "final"));
  }

  interface Contract {
    @RequiresScope(value = "a", tool = "add")
    void act();
  }

  static class Implementation implements Contract {
    @Override
    public void act() {}
  }

  static class Heir extends Implementation {}

  @Test
  void scanWhenInterfaceIsAnnotatedThenRefuses() {
    for (Class<?> bean : List.of(Implementation.class, Heir.class)) {
      assertFaults(
          bean,
          "MCPAUTH-5009: @RequiresScope on "
              + HERE
              + "Contract.act has no effect, because it is an interface: put it on the class of the"
              + " bean or on its method");
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @RequiresScope("a")
  @RolesAllowed("admin")
  @interface Writing {}

  @Retention(RetentionPolicy.RUNTIME)
  @Writing
  @interface WritingMore {}

  @Writing
  static class OfStereotype {
    public void act() {}
  }

  static class OfBinding {
    @Tool
    @WritingMore
    public void act() {}
  }

  @Test
  void scanWhenAnnotationIsOnAnotherAnnotationThenRefuses() {
    assertFaults(
        OfStereotype.class,
        "MCPAUTH-5018: @RequiresScope on the annotation "
            + HERE
            + "Writing has no effect on "
            + HERE
            + "OfStereotype: put it on the class of the bean or on its method itself");
    assertFaults(
        OfBinding.class,
        "MCPAUTH-5018: @RequiresScope on the annotation "
            + HERE
            + "Writing has no effect on "
            + HERE
            + "OfBinding.act: put it on the class of the bean or on its method itself");
  }

  @Retention(RetentionPolicy.RUNTIME)
  @RolesAllowed("admin")
  @interface Administering {}

  @Administering
  static class ToolsOfStereotype {
    @Tool
    public void act() {}
  }

  @Test
  void scanWhenRolesAreOnAnotherAnnotationOfOperationsThenRefuses() {
    assertFaults(
        ToolsOfStereotype.class,
        "MCPAUTH-5018: @RolesAllowed on the annotation "
            + HERE
            + "Administering has no effect on "
            + HERE
            + "ToolsOfStereotype: put it on the class of the bean or on its method itself");
  }

  static class TwoNames {
    @Tool(name = "add")
    @RequiresScope(value = "a", tool = "remove")
    public void act() {}
  }

  @Test
  void scanWhenAnnotationAndServerNameItDifferentlyThenRefuses() {
    assertFaults(
        TwoNames.class,
        "MCPAUTH-5008: "
            + HERE
            + "TwoNames.act has several names, [McpOperation[kind=TOOL, name=add],"
            + " McpOperation[kind=TOOL, name=remove]]: @RequiresScope and the server's own annotation"
            + " have to say the same one");
  }

  static class SeveralFaults {
    @RequiresScope(value = "a b", tool = "x", prompt = "y")
    public static final void act() {}
  }

  @Test
  void scanWhenMethodHasSeveralFaultsThenReportsAll() {
    assertFaults(
        SeveralFaults.class,
        notInterceptable("SeveralFaults.act", "static"),
        notInterceptable("SeveralFaults.act", "final"),
        "MCPAUTH-5003: @RequiresScope on "
            + HERE
            + "SeveralFaults.act: 'a b' is not a scope-token of RFC 6749 §3.3; a good value is"
            + " notes:read",
        "MCPAUTH-5004: @RequiresScope on "
            + HERE
            + "SeveralFaults.act: only one of tool, prompt and resource can be given");
  }

  @RequiresScope(
      value = {"a", ""},
      tool = "x")
  static class ClassFaults {
    @Tool
    public void act() {}
  }

  @Test
  void scanWhenClassAnnotationIsWrongThenReportsAll() {
    assertFaults(
        ClassFaults.class,
        "MCPAUTH-5003: @RequiresScope on "
            + HERE
            + "ClassFaults: '' is not a scope-token of RFC 6749 §3.3; a good value is notes:read",
        "MCPAUTH-5006: @RequiresScope on "
            + HERE
            + "ClassFaults: tool, prompt and resource belong on a method, not on a class");
  }

  static class First {
    @Tool(name = "add")
    @RequiresScope("a")
    public void act() {}
  }

  static class Second {
    @Tool(name = "add")
    @RequiresScope("b")
    public void act() {}
  }

  static class SameAsFirst {
    @RequiresScope(value = "a", tool = "add")
    public void other() {}
  }

  @Test
  void scanWhenOperationIsDeclaredTwiceDifferentlyThenRefuses() {
    assertFaults(
        List.of(First.class, SameAsFirst.class, Second.class),
        Set.of(),
        Set.of(),
        "MCPAUTH-5001: McpOperation[kind=TOOL, name=add] is declared by "
            + HERE
            + "First.act and "
            + HERE
            + "Second.act with different requirements; give one of them another name");
  }

  static class Template {
    @ResourceTemplate(uriTemplate = "notes://{id}")
    @RequiresScope("a")
    public void act() {}
  }

  @Test
  void scanWhenAnnotatedOperationIsAnonymousTooThenRefuses() {
    assertFaults(
        List.of(First.class, Template.class),
        Set.of("add"),
        Set.of("notes://{id}"),
        "MCPAUTH-5005: mcp.auth.anonymous: McpOperation[kind=TOOL, name=add] has requirements from "
            + HERE
            + "First.act and cannot be open to everybody too; remove one of them",
        "MCPAUTH-5005: mcp.auth.anonymous: McpOperation[kind=RESOURCE, name=notes://{id}] has"
            + " requirements from "
            + HERE
            + "Template.act and cannot be open to everybody too; remove one of them");
  }

  static class Losing extends First {
    @Override
    @Tool(name = "add")
    public void act() {}
  }

  static class LosingFurtherDown extends Losing {}

  @Test
  void scanWhenOverrideLosesItsAnnotationThenRefuses() {
    for (Class<?> bean : List.of(Losing.class, LosingFurtherDown.class)) {
      assertFaults(
          bean,
          "MCPAUTH-5007: public void "
              + HERE
              + "Losing.act() overrides public void "
              + HERE
              + "First.act(), which has @RequiresScope, and would lose it: repeat the annotation on"
              + " it");
    }
  }

  static class GenericFirst<T> {
    @RequiresScope("a")
    public void act(T what) {}
  }

  static class GenericLosing extends GenericFirst<String> {
    @Override
    @Tool(name = "add")
    public void act(String what) {}
  }

  @Test
  void scanWhenGenericOverrideLosesItsAnnotationThenRefuses() {
    assertFaults(
        GenericLosing.class,
        "MCPAUTH-5007: public void "
            + HERE
            + "GenericLosing.act(java.lang.String) overrides public void "
            + HERE
            + "GenericFirst.act(java.lang.Object), which has @RequiresScope, and would lose it:"
            + " repeat the annotation on it");
  }

  @Test
  void scanWhenSeveralBeansAreWrongThenReportsAll() {
    assertFaults(
        List.of(StaticMethod.class, FinalMethod.class),
        Set.of(),
        Set.of(),
        notInterceptable("StaticMethod.act", "static"),
        notInterceptable("FinalMethod.act", "final"));
  }
}
