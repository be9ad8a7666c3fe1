// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.internal.requirement.EffectiveScopes;
import org.mcpauth.internal.requirement.Requirement;
import org.mcpauth.internal.requirement.RequirementRegistry;
import org.mcpauth.spi.RequirementProvider;

/** What operations require, and whether a token is enough. Immutable, thread-safe. */
public final class OperationRules {

  private final RequirementRegistry registry;
  private final EffectiveScopes effectiveScopes;
  private final List<RequirementProvider> providers;

  private record Call(McpOperation operation, AccessToken token)
      implements RequirementProvider.Call {}

  /**
   * Makes the rules.
   *
   * @param registry what annotations and configuration require
   * @param effectiveScopes applies the scope hierarchy
   * @param providers who requires more at the time of the call
   */
  public OperationRules(
      RequirementRegistry registry,
      EffectiveScopes effectiveScopes,
      Collection<? extends RequirementProvider> providers) {
    this.registry = registry;
    this.effectiveScopes = effectiveScopes;
    this.providers = List.copyOf(providers);
  }

  boolean hasAnonymous() {
    return registry.hasAnonymous();
  }

  boolean isAnonymous(McpOperation operation) {
    return registry.of(operation).stream().allMatch(Requirement.Anonymous.class::isInstance);
  }

  /**
   * Every scope that an operation needs, if the token lacks one of them. Requirements that are met
   * do not hide any: one challenge names all that the operation needs (SCOPE-3).
   */
  Optional<Scopes> missing(McpOperation operation, AccessToken token) {
    if (isAnonymous(operation)) {
      return Optional.empty(); // who has a token must not have less than who has none
    }
    List<Requirement> requirements = new ArrayList<>(registry.of(operation));
    for (RequirementProvider provider : providers) {
      Scopes scopes = provider.additionalScopes(new Call(operation, token));
      requirements.add(new Requirement.Scoped(scopes, RequiresScope.Match.ALL));
    }
    return missing(requirements, token);
  }

  Optional<Scopes> missing(List<Requirement> requirements, AccessToken token) {
    Scopes effective = effectiveScopes.of(token.scopes());
    if (requirements.stream().allMatch(requirement -> requirement.isSatisfiedBy(effective))) {
      return Optional.empty();
    }
    return Optional.of(
        requirements.stream().map(Requirement::scopes).reduce(Scopes.none(), Scopes::union));
  }

  /** Every scope that annotations require of any operation. */
  Scopes allScopes() {
    return registry.scopes();
  }

  /** What some scopes are worth, through the hierarchy. */
  Scopes effective(Scopes granted) {
    return effectiveScopes.of(granted);
  }

  boolean isWorth(AccessToken token, String scope) {
    return effectiveScopes.of(token.scopes()).contains(scope);
  }

  int size() {
    return registry.size();
  }
}
