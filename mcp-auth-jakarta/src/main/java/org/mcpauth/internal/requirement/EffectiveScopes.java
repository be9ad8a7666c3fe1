// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.spi.ScopeHierarchy;

/**
 * Applies the scope hierarchy (SCOPE-6): the scopes that a token names, and all that they imply.
 */
public final class EffectiveScopes {

  /** Scopes of scopes of a bean may never end; what is worth more is refused. */
  private static final int MAX_SCOPES = 10_000;

  /** Deeper than anybody writes, and not as deep as the stack. */
  private static final int MAX_DEPTH = 500;

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
      if (reached.size() > MAX_SCOPES + granted.asSet().size()) {
        throw new IllegalStateException("scopes imply others without an end");
      }
    }
    return Scopes.of(reached);
  }

  /**
   * Checks that no scope implies itself: those that imply each other are one scope with two names,
   * and most likely a mistake.
   *
   * @param known the scopes that the application knows of
   * @throws ConfigurationException if one of them, or one that follows, does
   */
  public void requireAcyclic(Scopes known) {
    Set<String> done = new HashSet<>();
    for (String scope : known.union(Scopes.of(configured.keySet()))) {
      requireAcyclic(scope, new LinkedHashSet<>(), done);
    }
  }

  private void requireAcyclic(String scope, Set<String> above, Set<String> done) {
    if (done.contains(scope)) {
      return;
    }
    if (above.size() >= MAX_DEPTH) {
      String first = above.iterator().next();
      throw new ConfigurationException(Message.HIERARCHY_ENDLESS.with(first, MAX_DEPTH));
    }
    above.add(scope);
    for (String implied : impliedBy(scope)) {
      if (above.contains(implied)) {
        throw new ConfigurationException(Message.HIERARCHY_BEAN_CYCLE.with(implied, scope));
      }
      requireAcyclic(implied, above, done);
    }
    above.remove(scope);
    done.add(scope);
  }

  private Scopes impliedBy(String scope) {
    Scopes implied = configured.getOrDefault(scope, Scopes.none());
    for (ScopeHierarchy hierarchy : hierarchies) {
      implied = implied.union(hierarchy.impliedBy(scope));
    }
    return implied;
  }
}
