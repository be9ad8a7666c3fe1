// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.DefaultPolicy;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.OperationSettings;

/**
 * What is declared about operations: by annotations first, then by the configuration, which can
 * only add to that. Used once.
 */
final class Declarations {

  private static final List<Requirement> OPEN = List.of(new Requirement.Anonymous());

  private final AnnotationFaults faults;
  private final Map<McpOperation, List<Requirement>> requirements = new LinkedHashMap<>();
  private final Map<McpOperation, String> declaredBy = new LinkedHashMap<>();
  private final Set<McpOperation> known = new LinkedHashSet<>();

  Declarations(AnnotationFaults faults) {
    this.faults = faults;
  }

  RequirementRegistry registry(DefaultPolicy policy) {
    known.addAll(requirements.keySet());
    return new RequirementRegistry(requirements, known, policy);
  }

  /** There is such an operation. */
  void know(McpOperation operation) {
    known.add(operation);
  }

  /** An annotation requires something of it. */
  void declare(McpOperation operation, List<Requirement> required, String where) {
    List<Requirement> former = requirements.putIfAbsent(operation, required);
    String formerly = declaredBy.putIfAbsent(operation, where);
    if (former != null && !former.equals(required)) {
      faults.add(Message.OPERATION_TWICE.with(operation, formerly, where));
    }
  }

  void configure(McpAuthSettings.Operations operations) {
    for (OperationSettings settings : operations.configured()) {
      List<Requirement> required = requirements(settings);
      if (required.equals(OPEN)) {
        open(settings.operation(), "policy=permit");
      } else {
        add(settings.operation(), required);
      }
    }
    McpAuthSettings.Anonymous anonymous = operations.anonymous();
    anonymous.tools().forEach(name -> open(Kind.TOOL, name));
    anonymous.prompts().forEach(name -> open(Kind.PROMPT, name));
    anonymous.resources().forEach(name -> open(Kind.RESOURCE, name));
    anonymous.methods().forEach(name -> open(Kind.METHOD, name));
  }

  private void add(McpOperation operation, List<Requirement> required) {
    requirements.merge(
        operation, required, (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    declaredBy.merge(operation, "the configuration", (former, added) -> former);
  }

  private void open(Kind kind, String name) {
    open(new McpOperation(kind, name), "mcp.auth.anonymous");
  }

  private void open(McpOperation operation, String by) {
    List<Requirement> former = requirements.putIfAbsent(operation, OPEN);
    if (former != null && !former.equals(OPEN)) {
      String where = declaredBy.getOrDefault(operation, "the configuration");
      faults.add(Message.ANONYMOUS_AND_SCOPED.with(by, operation, where));
    }
  }

  private static List<Requirement> requirements(OperationSettings settings) {
    List<Requirement> all = new ArrayList<>();
    settings
        .policy()
        .ifPresent(
            policy ->
                all.add(
                    switch (policy) {
                      case AUTHENTICATED -> new Requirement.Authenticated();
                      case DENY -> new Requirement.Denied();
                      case PERMIT -> new Requirement.Anonymous();
                    }));
    if (!settings.scopes().isEmpty()) {
      all.add(new Requirement.Scoped(settings.scopes(), settings.match()));
    }
    if (!settings.roles().isEmpty()) {
      all.add(new Requirement.InRole(settings.roles()));
    }
    if (!settings.acrValues().isEmpty() || settings.maxAge().isPresent()) {
      all.add(new Requirement.UserAuthentication(settings.acrValues(), settings.maxAge()));
    }
    // A key without a value still says that somebody meant to protect this.
    return all.isEmpty() ? List.of(new Requirement.Authenticated()) : List.copyOf(all);
  }
}
