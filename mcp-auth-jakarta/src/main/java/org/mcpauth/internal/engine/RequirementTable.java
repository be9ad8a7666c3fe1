// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mcpauth.McpOperation;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.requirement.Requirement;
import org.mcpauth.internal.settings.DefaultPolicy;

/** Says in the log who may use what, and which operations are open to everybody. */
final class RequirementTable {

  private final OperationRules rules;
  private final DefaultPolicy policy;

  RequirementTable(OperationRules rules, DefaultPolicy policy) {
    this.rules = rules;
    this.policy = policy;
  }

  void announce() {
    List<McpOperation> operations = rules.registry().operations();
    Messages.info(Message.REQUIREMENTS, lines(operations));
    for (McpOperation operation : operations) {
      if (rules.isAnonymous(operation)) {
        Messages.warn(Message.OPERATION_OPEN, kind(operation), operation.name());
      }
    }
    if (policy == DefaultPolicy.PERMIT) {
      Messages.warn(Message.ALL_OPEN);
    }
  }

  private String lines(List<McpOperation> operations) {
    int width = operations.stream().mapToInt(one -> one.name().length()).max().orElse(0);
    String format = "%n  %-8s  %-" + Math.max(width, 1) + "s  %s";
    String rows =
        operations.stream()
            .map(
                one -> String.format(Locale.ROOT, format, kind(one), one.name(), requirements(one)))
            .collect(Collectors.joining());
    String rest = rules.providers() == 0 ? "" : "; more may be required at the time of the call";
    return rows + String.format(Locale.ROOT, "%n  anything else: %s%s", policy(), rest);
  }

  private String requirements(McpOperation operation) {
    return rules.registry().of(operation).stream()
        .map(Requirement::text)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String policy() {
    return switch (policy) {
      case AUTHENTICATED -> new Requirement.Authenticated().text();
      case DENY -> new Requirement.Denied().text();
      case PERMIT -> new Requirement.Anonymous().text();
    };
  }

  private static String kind(McpOperation operation) {
    return operation.kind().name().toLowerCase(Locale.ROOT);
  }
}
