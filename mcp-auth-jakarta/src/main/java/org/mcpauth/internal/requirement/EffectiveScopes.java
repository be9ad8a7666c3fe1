// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpauth.Scopes;
import org.mcpauth.spi.ScopeHierarchy;

/**
 * Applies the scope hierarchy (SCOPE-6): the scopes that a token names, and all that they imply.
 */
public final class EffectiveScopes {

  private final Map<String, Scopes> configured;
  private final List<ScopeHierarchy> hierarchies;

  /**
   * Makes the hierarchy.
   *
   * @param configured what each scope implies directly
   * @param hierarchies what adds to that
   */
  public EffectiveScopes(
      Map<String, Scopes> configured, Collection<? extends ScopeHierarchy> hierarchies) {
    this.configured = Map.copyOf(configured);
    this.hierarchies = List.copyOf(hierarchies);
  }

  /**
   * The scopes that a token is worth.
   *
   * @param granted the scopes that it names
   * @return those and all that they imply, directly and indirectly
   */
  public Scopes of(Scopes granted) {
    if (hierarchies.isEmpty() && granted.asSet().stream().noneMatch(configured::containsKey)) {
      return granted;
    }
    Set<String> reached = new LinkedHashSet<>(granted.asSet());
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String implied : impliedBy(open.remove())) {
        if (reached.add(implied)) {
          open.add(implied);
        }
      }
    }
    return Scopes.of(reached);
  }

  private Scopes impliedBy(String scope) {
    Scopes implied = configured.getOrDefault(scope, Scopes.none());
    for (ScopeHierarchy hierarchy : hierarchies) {
      implied = implied.union(hierarchy.impliedBy(scope));
    }
    return implied;
  }
}
