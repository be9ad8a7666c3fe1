// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;

class RequirementTest {

  private static final Scopes BOTH = Scopes.of("notes:read", "notes:write");

  @Test
  void isSatisfiedByWhenAllThenEveryScopeIsNeeded() {
    Requirement requirement = new Requirement.Scoped(BOTH, Match.ALL);

    assertThat(requirement.isSatisfiedBy(BOTH)).isTrue();
    assertThat(requirement.isSatisfiedBy(Scopes.of("x", "notes:write", "notes:read"))).isTrue();
    assertThat(requirement.isSatisfiedBy(Scopes.of("notes:read"))).isFalse();
    assertThat(requirement.isSatisfiedBy(Scopes.of("NOTES:READ", "notes:write"))).isFalse();
    assertThat(requirement.isSatisfiedBy(Scopes.none())).isFalse();
    assertThat(requirement.scopes()).isEqualTo(BOTH);
  }

  @Test
  void isSatisfiedByWhenAnyThenOneScopeIsEnough() {
    Requirement requirement = new Requirement.Scoped(BOTH, Match.ANY);

    assertThat(requirement.isSatisfiedBy(Scopes.of("notes:write"))).isTrue();
    assertThat(requirement.isSatisfiedBy(Scopes.of("notes:admin"))).isFalse();
    assertThat(requirement.isSatisfiedBy(Scopes.none())).isFalse();
    assertThat(requirement.scopes()).isEqualTo(BOTH);
  }

  @Test
  void isSatisfiedByWhenNoScopeIsNeededThenAlways() {
    for (Requirement requirement :
        new Requirement[] {new Requirement.Anonymous(), new Requirement.Authenticated()}) {
      assertThat(requirement.isSatisfiedBy(Scopes.none())).isTrue();
      assertThat(requirement.scopes()).isEqualTo(Scopes.none());
    }
  }
}
