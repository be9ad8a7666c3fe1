// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.DefaultPolicy;

/**
 * What every operation of the application requires. Filled once, when the application starts;
 * immutable.
 */
public final class RequirementRegistry {

  private static final List<Requirement> ANONYMOUS = List.of(new Requirement.Anonymous());
  private static final List<Requirement> AUTHENTICATED = List.of(new Requirement.Authenticated());
  private static final List<Requirement> DENIED = List.of(new Requirement.Denied());

  private final Map<McpOperation, List<Requirement>> exact;
  private final Map<Kind, Map<NamePattern, List<Requirement>>> patterns;
  private final Set<McpOperation> known;
  private final DefaultPolicy policy;
  private final boolean anonymous;

  /**
   * Fills the registry.
   *
   * @param requirements the requirements of each operation; a name may be a URI template, or have
   *     {@code *} for any text
   * @param known all operations that are known, those without requirements among them
   * @param policy what operations require that nothing is said about
   */
  public RequirementRegistry(
      Map<McpOperation, List<Requirement>> requirements,
      Set<McpOperation> known,
      DefaultPolicy policy) {
    this.exact = Map.copyOf(requirements);
    this.known = Set.copyOf(known);
    this.policy = policy;
    // Sorted, so that a challenge names the scopes of several patterns always in the same order.
    Map<Kind, Map<NamePattern, List<Requirement>>> found = new LinkedHashMap<>();
    requirements.keySet().stream()
        .filter(RequirementRegistry::isPattern)
        .sorted(Comparator.comparing(McpOperation::name))
        .forEach(
            operation ->
                found
                    .computeIfAbsent(operation.kind(), kind -> new LinkedHashMap<>())
                    .put(new NamePattern(operation.name()), exact.get(operation)));
    found.replaceAll((kind, all) -> Collections.unmodifiableMap(all));
    this.patterns = Map.copyOf(found);
    this.anonymous =
        policy == DefaultPolicy.PERMIT
            || requirements.values().stream()
                .anyMatch(all -> all.stream().allMatch(Requirement.Anonymous.class::isInstance));
  }

  /**
   * The requirements of an operation; all of them count.
   *
   * @param operation the operation
   * @return at least one requirement; that of the default policy for an operation that nothing is
   *     said about
   */
  public List<Requirement> of(McpOperation operation) {
    List<Requirement> declared = exact.getOrDefault(operation, List.of());
    Map<NamePattern, List<Requirement>> named = patterns.getOrDefault(operation.kind(), Map.of());
    if (named.isEmpty()) {
      return declared.isEmpty() ? byDefault(operation) : declared;
    }
    List<Requirement> all = new ArrayList<>(declared);
    named.forEach(
        (pattern, requirements) -> {
          if (pattern.matches(operation.name())) {
            all.addAll(requirements);
          }
        });
    return all.isEmpty() ? byDefault(operation) : List.copyOf(all);
  }

  /** A method that MCP does not know is nobody's to open: at the least it needs a token. */
  private List<Requirement> byDefault(McpOperation operation) {
    boolean method = operation.kind() == Kind.METHOD;
    boolean protocol = method && ProtocolMethods.isKnown(operation.name());
    return switch (policy) {
      case AUTHENTICATED -> AUTHENTICATED;
      case DENY -> protocol ? AUTHENTICATED : DENIED;
      case PERMIT -> method && !protocol ? AUTHENTICATED : ANONYMOUS;
    };
  }

  /**
   * Tells whether there is any operation that needs no token.
   *
   * @return true if there is one
   */
  public boolean hasAnonymous() {
    return anonymous;
  }

  /**
   * How many operations have a requirement of their own.
   *
   * @return their number
   */
  public int size() {
    return exact.size();
  }

  /**
   * All operations that the application is known to have, by kind and name.
   *
   * @return those with requirements, and those that an annotation of the server declares
   */
  public List<McpOperation> operations() {
    return known.stream()
        .sorted(Comparator.comparing(McpOperation::kind).thenComparing(McpOperation::name))
        .toList();
  }

  /**
   * Tells whether an operation is one of {@link #operations} or a method of MCP: there are not many
   * of these, whatever names callers make up.
   *
   * @param operation the operation that a request asks for
   * @return true if it is known
   */
  public boolean knows(McpOperation operation) {
    return known.contains(operation)
        || (operation.kind() == Kind.METHOD && ProtocolMethods.isKnown(operation.name()));
  }

  /**
   * Every scope that an operation requires.
   *
   * @return the scopes, in alphabetical order
   */
  public Scopes scopes() {
    return Scopes.of(
        exact.values().stream()
            .flatMap(List::stream)
            .flatMap(requirement -> requirement.scopes().asSet().stream())
            .sorted()
            .toList());
  }

  /** Braces mean something in URIs only. */
  private static boolean isPattern(McpOperation operation) {
    return operation.kind() == Kind.RESOURCE
        ? NamePattern.isPattern(operation.name())
        : operation.name().contains("*");
  }
}
