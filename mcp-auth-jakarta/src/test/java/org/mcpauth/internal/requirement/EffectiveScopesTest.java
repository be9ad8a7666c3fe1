// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.spi.ScopeHierarchy;

/** SCOPE-6: "a broader scope implies narrower ones". */
class EffectiveScopesTest {

  private static final Map<String, Scopes> CONFIGURED =
      Map.of(
          "notes:admin", Scopes.of("notes:write"),
          "notes:write", Scopes.of("notes:read"));

  private static final ScopeHierarchy ENDLESS =
      scope -> Scopes.of("x" + (Integer.parseInt("0" + scope.substring(1)) + 1));

  @Test
  void ofWhenScopeImpliesOthersThenAllOfThemTransitively() {
    EffectiveScopes scopes = new EffectiveScopes(CONFIGURED, List.of());

    assertThat(scopes.of(Scopes.of("notes:admin")))
        .containsExactly("notes:admin", "notes:write", "notes:read");
  }

  @Test
  void ofWhenNarrowerIsGrantedThenNeverTheBroader() {
    EffectiveScopes scopes = new EffectiveScopes(CONFIGURED, List.of());

    assertThat(scopes.of(Scopes.of("notes:read"))).containsExactly("notes:read");
    assertThat(scopes.of(Scopes.of("NOTES:ADMIN"))).containsExactly("NOTES:ADMIN");
    assertThat(scopes.of(Scopes.none())).isEmpty();
  }

  @Test
  void ofWhenBeanImpliesMoreThenItAddsToTheConfiguration() {
    ScopeHierarchy prefix =
        scope -> scope.equals("notes:write") ? Scopes.of("notes:draft") : Scopes.none();
    ScopeHierarchy other =
        scope -> scope.equals("notes:draft") ? Scopes.of("notes:list") : Scopes.none();
    EffectiveScopes scopes = new EffectiveScopes(CONFIGURED, List.of(prefix, other));

    assertThat(scopes.of(Scopes.of("notes:admin", "x")))
        .containsExactlyInAnyOrder(
            "notes:admin", "notes:write", "notes:read", "notes:draft", "notes:list", "x");
  }

  @Test
  void ofWhenBeansHaveCycleThenEndsAllTheSame() {
    ScopeHierarchy circle =
        scope ->
            switch (scope) {
              case "a" -> Scopes.of("b", "a");
              case "b" -> Scopes.of("c");
              case "c" -> Scopes.of("a", "notes:write");
              default -> Scopes.none();
            };

    assertThat(new EffectiveScopes(CONFIGURED, List.of(circle)).of(Scopes.of("b")))
        .containsExactlyInAnyOrder("a", "b", "c", "notes:write", "notes:read");
  }

  @Test
  void requireAcyclicWhenBeansHaveCycleThenRefuses() {
    ScopeHierarchy circle =
        scope -> scope.equals("notes:read") ? Scopes.of("notes:admin") : Scopes.none();

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> new EffectiveScopes(CONFIGURED, List.of(circle)).requireAcyclic(Scopes.of("x")))
        .withMessageStartingWith("MCPAUTH-5015: the scope '");
    new EffectiveScopes(CONFIGURED, List.of()).requireAcyclic(Scopes.of("x"));
  }

  @Test
  void requireAcyclicWhenBeanNeverEndsThenRefuses() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> new EffectiveScopes(Map.of(), List.of(ENDLESS)).requireAcyclic(Scopes.of("x")))
        .withMessage(
            "MCPAUTH-5016: the scope 'x' implies more than 500 others: a ScopeHierarchy bean has to"
                + " come to an end");
  }

  /** For scopes that nobody knew of when the application started. */
  @Test
  void ofWhenBeanNeverEndsThenFails() {
    EffectiveScopes endless = new EffectiveScopes(Map.of(), List.of(ENDLESS));

    assertThatIllegalStateException()
        .isThrownBy(() -> endless.of(Scopes.of("x")))
        .withMessage("scopes imply others without an end");
  }

  @Test
  void ofWhenTwoWaysLeadToOneScopeThenItCountsOnce() {
    EffectiveScopes scopes =
        new EffectiveScopes(
            Map.of(
                "a", Scopes.of("b", "c"),
                "b", Scopes.of("d"),
                "c", Scopes.of("d")),
            List.of());

    assertThat(scopes.of(Scopes.of("a"))).containsExactly("a", "b", "c", "d");
  }
}
