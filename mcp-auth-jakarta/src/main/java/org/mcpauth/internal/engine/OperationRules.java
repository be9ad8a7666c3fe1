// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.internal.requirement.EffectiveScopes;
import org.mcpauth.internal.requirement.Requirement;
import org.mcpauth.internal.requirement.RequirementRegistry;
import org.mcpauth.internal.requirement.Shortfall;
import org.mcpauth.internal.requirement.Standing;
import org.mcpauth.spi.RequirementProvider;

/** What operations require, and whether a token is enough. Immutable, thread-safe. */
public final class OperationRules {

  private final RequirementRegistry registry;
  private final EffectiveScopes effectiveScopes;
  private final List<RequirementProvider> providers;
  private final Clock clock;

  private record Call(
      McpOperation operation, AccessToken token, Supplier<Map<String, Object>> given)
      implements RequirementProvider.Call {

    @Override
    public Map<String, Object> arguments() {
      return given.get();
    }
  }

  /**
   * Makes the rules.
   *
   * @param registry what annotations and configuration require
   * @param effectiveScopes applies the scope hierarchy
   * @param providers who requires more at the time of the call
   * @param clock tells the time
   */
  public OperationRules(
      RequirementRegistry registry,
      EffectiveScopes effectiveScopes,
      Collection<? extends RequirementProvider> providers,
      Clock clock) {
    this.registry = registry;
    this.effectiveScopes = effectiveScopes;
    this.providers = List.copyOf(providers);
    this.clock = clock;
  }

  boolean hasAnonymous() {
    return registry.hasAnonymous();
  }

  boolean isAnonymous(McpOperation operation) {
    return registry.of(operation).stream().allMatch(Requirement.Anonymous.class::isInstance);
  }

  /**
   * Whether a caller may know of an operation, whatever its arguments are: it may use it, be it
   * after another login. Only who knows of a tool can be asked to log in for it.
   */
  boolean shows(McpOperation operation, Optional<AccessToken> token) {
    return token
        .map(verified -> lasting(operation, verified).isEmpty())
        .orElseGet(() -> isAnonymous(operation));
  }

  /** What a caller lacks to know of an operation, and no login would change. */
  Optional<Shortfall> lasting(McpOperation operation, AccessToken token) {
    return shortfall(
        requirements(List.of(operation), token, Map::of).stream()
            .filter(requirement -> !(requirement instanceof Requirement.UserAuthentication))
            .toList(),
        token);
  }

  /**
   * What a caller lacks for a request: all that any of its operations requires.
   *
   * @param arguments the arguments of the call, read only if a provider asks for them
   */
  Optional<Shortfall> shortfall(
      List<McpOperation> operations, AccessToken token, Supplier<Map<String, Object>> arguments) {
    return shortfall(requirements(operations, token, arguments), token);
  }

  private List<Requirement> requirements(
      List<McpOperation> operations, AccessToken token, Supplier<Map<String, Object>> arguments) {
    List<Requirement> requirements = new ArrayList<>();
    for (McpOperation operation : operations) {
      if (!isAnonymous(operation)) { // who has a token must not have less than who has none
        requirements.addAll(registry.of(operation));
        requirements.addAll(provided(new Call(operation, token, arguments)));
      }
    }
    return requirements;
  }

  private List<Requirement> provided(Call call) {
    return providers.stream()
        .map(provider -> provider.additionalScopes(call))
        .<Requirement>map(scopes -> new Requirement.Scoped(scopes, RequiresScope.Match.ALL))
        .toList();
  }

  Optional<Shortfall> shortfall(List<Requirement> requirements, AccessToken token) {
    Scopes effective = effectiveScopes.of(token.scopes());
    return Shortfall.of(requirements, new Standing(token, effective, clock.instant()));
  }

  /** How many beans may require more at the time of the call. */
  int providers() {
    return providers.size();
  }

  /** Every scope that an operation requires of everybody. */
  Scopes declaredScopes(McpOperation operation) {
    return registry.of(operation).stream()
        .map(Requirement::scopes)
        .reduce(Scopes.none(), Scopes::union);
  }

  /** What annotations and configuration require. */
  RequirementRegistry registry() {
    return registry;
  }

  /** What some scopes are worth, through the hierarchy. */
  Scopes effective(Scopes granted) {
    return effectiveScopes.of(granted);
  }

  boolean isWorth(AccessToken token, String scope) {
    return effectiveScopes.of(token.scopes()).contains(scope);
  }
}
