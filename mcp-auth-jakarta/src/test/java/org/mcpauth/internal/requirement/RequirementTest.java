// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;

class RequirementTest {

  private static final Scopes BOTH = Scopes.of("notes:read", "notes:write");

  @Test
  void isMetByWhenAllThenEveryScopeIsNeeded() {
    Requirement requirement = new Requirement.Scoped(BOTH, Match.ALL);

    assertThat(requirement.isMetBy(FakeToken.with("notes:read", "notes:write"))).isTrue();
    assertThat(requirement.isMetBy(FakeToken.with("x", "notes:write", "notes:read"))).isTrue();
    assertThat(requirement.isMetBy(FakeToken.with("notes:read"))).isFalse();
    assertThat(requirement.isMetBy(FakeToken.with("NOTES:READ", "notes:write"))).isFalse();
    assertThat(requirement.isMetBy(FakeToken.with())).isFalse();
    assertThat(requirement.scopes()).isEqualTo(BOTH);
  }

  @Test
  void isMetByWhenAnyThenOneScopeIsEnough() {
    Requirement requirement = new Requirement.Scoped(BOTH, Match.ANY);

    assertThat(requirement.isMetBy(FakeToken.with("notes:write"))).isTrue();
    assertThat(requirement.isMetBy(FakeToken.with("notes:admin"))).isFalse();
    assertThat(requirement.isMetBy(FakeToken.with())).isFalse();
    assertThat(requirement.scopes()).isEqualTo(BOTH);
  }

  @Test
  void isMetByWhenNoScopeIsNeededThenAlways() {
    for (Requirement requirement :
        new Requirement[] {new Requirement.Anonymous(), new Requirement.Authenticated()}) {
      assertThat(requirement.isMetBy(FakeToken.with())).isTrue();
      assertThat(requirement.scopes()).isEqualTo(Scopes.none());
    }
  }

  @Test
  void isMetByWhenDeniedThenByNobody() {
    assertThat(new Requirement.Denied().isMetBy(FakeToken.with("a"))).isFalse();
    assertThat(new Requirement.Denied().isMetBy(FakeToken.inRoles("admin"))).isFalse();
  }

  @Test
  void isMetByWhenRolesThenOneIsEnough() {
    Requirement requirement = new Requirement.InRole(Set.of("admin", "editor"));

    assertThat(requirement.isMetBy(FakeToken.inRoles("editor"))).isTrue();
    assertThat(requirement.isMetBy(FakeToken.inRoles("EDITOR"))).isFalse();
    assertThat(requirement.isMetBy(FakeToken.inRoles("**"))).isFalse();
    assertThat(requirement.isMetBy(FakeToken.inRoles())).isFalse();
    // A scope is no role, whatever it is called.
    assertThat(requirement.isMetBy(FakeToken.with("admin"))).isFalse();
  }

  /** Jakarta Servlet 6.0 §13.8.1: two asterisks are any authenticated caller. */
  @Test
  void isMetByWhenAnyRoleThenByEveryCaller() {
    assertThat(new Requirement.InRole(Set.of("**")).isMetBy(FakeToken.inRoles())).isTrue();
  }

  /** RFC 9470 §5: a token that does not say how its user was authenticated is not enough. */
  @Test
  void isMetByWhenAcrIsNeededThenTheTokenHasToNameIt() {
    Requirement mfa =
        new Requirement.UserAuthentication(List.of("mfa", "hardware"), Optional.empty());

    assertThat(mfa.isMetBy(FakeToken.claiming(Map.of("acr", "hardware")))).isTrue();
    assertThat(mfa.isMetBy(FakeToken.claiming(Map.of("acr", "password")))).isFalse();
    assertThat(mfa.isMetBy(FakeToken.claiming(Map.of("acr", List.of("mfa"))))).isFalse();
    assertThat(mfa.isMetBy(FakeToken.claiming(Map.of()))).isFalse();
  }

  @Test
  void isMetByWhenMaxAgeThenTheAuthenticationMustNotBeOlder() {
    Requirement recent =
        new Requirement.UserAuthentication(List.of(), Optional.of(Duration.ofMinutes(5)));
    long now = FakeToken.NOW.getEpochSecond();

    assertThat(recent.isMetBy(FakeToken.claiming(Map.of("auth_time", now)))).isTrue();
    assertThat(recent.isMetBy(FakeToken.claiming(Map.of("auth_time", now - 300)))).isTrue();
    assertThat(recent.isMetBy(FakeToken.claiming(Map.of("auth_time", now - 299.5)))).isTrue();
    assertThat(recent.isMetBy(FakeToken.claiming(Map.of("auth_time", now - 301)))).isFalse();
    assertThat(recent.isMetBy(FakeToken.claiming(Map.of("auth_time", "now")))).isFalse();
    assertThat(recent.isMetBy(FakeToken.claiming(Map.of()))).isFalse();
  }
}
