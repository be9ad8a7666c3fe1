// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.Scopes;

/**
 * What every operation of the application requires. Filled once, when the application starts;
 * immutable.
 */
public final class RequirementRegistry {

  private static final List<Requirement> DEFAULT = List.of(new Requirement.Authenticated());

  private final Map<McpOperation, Requirement> exact;
  private final Map<UriTemplate, Requirement> templates;
  private final boolean anonymous;

  /**
   * Fills the registry.
   *
   * @param requirements the requirement of each operation; resources may be URI templates
   */
  public RequirementRegistry(Map<McpOperation, Requirement> requirements) {
    this.exact = Map.copyOf(requirements);
    // Sorted, so that a challenge names the scopes of several templates always in the same order.
    Map<UriTemplate, Requirement> found = new LinkedHashMap<>();
    requirements.keySet().stream()
        .filter(RequirementRegistry::isTemplate)
        .map(McpOperation::name)
        .sorted()
        .forEach(name -> found.put(new UriTemplate(name), exact.get(McpOperation.resource(name))));
    this.templates = Collections.unmodifiableMap(found);
    this.anonymous =
        requirements.values().stream().anyMatch(Requirement.Anonymous.class::isInstance);
  }

  /**
   * The requirements of an operation; all of them count.
   *
   * @param operation the operation
   * @return at least one requirement; any valid token for an operation that nothing is known about
   */
  public List<Requirement> of(McpOperation operation) {
    Requirement declared = exact.get(operation);
    if (operation.kind() != Kind.RESOURCE || templates.isEmpty()) {
      return declared == null ? DEFAULT : List.of(declared);
    }
    List<Requirement> all = new ArrayList<>();
    if (declared != null) {
      all.add(declared);
    }
    templates.forEach(
        (template, requirement) -> {
          if (template.matches(operation.name())) {
            all.add(requirement);
          }
        });
    return all.isEmpty() ? DEFAULT : List.copyOf(all);
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
   * Every scope that an operation requires.
   *
   * @return the scopes, in alphabetical order
   */
  public Scopes scopes() {
    return Scopes.of(
        exact.values().stream()
            .flatMap(requirement -> requirement.scopes().asSet().stream())
            .sorted()
            .toList());
  }

  private static boolean isTemplate(McpOperation operation) {
    return operation.kind() == Kind.RESOURCE && UriTemplate.isTemplate(operation.name());
  }
}
