// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpauth.RequiresScope;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;

class AnnotationRequirementsTest {

  @RequiresScope("class")
  static class Guarded {
    public void plain() {}

    @RequiresScope({"b", "a"})
    public void all() {}

    @RequiresScope(
        value = {"a", "b"},
        match = Match.ANY)
    public void any() {}

    @RequiresScope({})
    public void authenticated() {}

    @RequiresScope("a b")
    public void invalid() {}
  }

  static class Inheriting extends Guarded {
    public void own() {}
  }

  @RequiresScope("other")
  static class Replacing extends Guarded {}

  static class Open {
    public void plain() {}

    @RequiresScope("a")
    public void guarded() {}
  }

  private static List<Requirement> of(Class<?> bean, Class<?> declaring, String method)
      throws NoSuchMethodException {
    return AnnotationRequirements.of(bean, declaring.getDeclaredMethod(method));
  }

  private static Requirement all(String... scopes) {
    return new Requirement.Scoped(Scopes.of(scopes), Match.ALL);
  }

  @Test
  void ofWhenOnlyTheClassIsAnnotatedThenItsRequirement() throws NoSuchMethodException {
    assertThat(of(Guarded.class, Guarded.class, "plain")).containsExactly(all("class"));
  }

  @Test
  void ofWhenMethodIsAnnotatedThenItReplacesTheClass() throws NoSuchMethodException {
    assertThat(of(Guarded.class, Guarded.class, "all")).containsExactly(all("a", "b"));
    assertThat(of(Open.class, Open.class, "guarded")).containsExactly(all("a"));
  }

  /** The order of the annotation is that of the challenge. */
  @Test
  void ofWhenSeveralScopesThenKeepsTheirOrder() throws NoSuchMethodException {
    assertThat(of(Guarded.class, Guarded.class, "all").get(0).scopes()).containsExactly("b", "a");
  }

  @Test
  void ofWhenOneScopeIsEnoughThenAny() throws NoSuchMethodException {
    assertThat(of(Guarded.class, Guarded.class, "any"))
        .containsExactly(new Requirement.Scoped(Scopes.of("a", "b"), Match.ANY));
  }

  @Test
  void ofWhenValueIsEmptyThenAnyValidToken() throws NoSuchMethodException {
    assertThat(of(Guarded.class, Guarded.class, "authenticated"))
        .containsExactly(new Requirement.Authenticated());
  }

  @Test
  void ofWhenClassIsInheritedThenItsRequirement() throws NoSuchMethodException {
    assertThat(of(Inheriting.class, Inheriting.class, "own")).containsExactly(all("class"));
    assertThat(of(Inheriting.class, Guarded.class, "plain")).containsExactly(all("class"));
    assertThat(of(Inheriting.class, Guarded.class, "all")).containsExactly(all("a", "b"));
  }

  @Test
  void ofWhenSubclassIsAnnotatedThenItReplacesItsSuperclass() throws NoSuchMethodException {
    assertThat(of(Replacing.class, Guarded.class, "plain")).containsExactly(all("other"));
  }

  @Test
  void ofWhenNothingIsAnnotatedThenEmpty() throws NoSuchMethodException {
    assertThat(of(Open.class, Open.class, "plain")).isEmpty();
  }

  @Test
  void ofWhenScopeIsNoneThenRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Guarded.class, Guarded.class, "invalid"));
  }
}
