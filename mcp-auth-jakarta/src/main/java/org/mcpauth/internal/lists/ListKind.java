// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;

/** The lists that vary with who asks (LIST-1). */
public enum ListKind {
  /** {@code tools/list}. */
  TOOLS("tools/list", "tools", "name", Kind.TOOL),
  /** {@code prompts/list}. */
  PROMPTS("prompts/list", "prompts", "name", Kind.PROMPT),
  /** {@code resources/list}. */
  RESOURCES("resources/list", "resources", "uri", Kind.RESOURCE),
  /** {@code resources/templates/list}: a template stands for the resources that it matches. */
  TEMPLATES("resources/templates/list", "resourceTemplates", "uriTemplate", Kind.RESOURCE);

  private final String method;
  private final String member;
  private final String naming;
  private final Kind kind;

  ListKind(String method, String member, String naming, Kind kind) {
    this.method = method;
    this.member = member;
    this.naming = naming;
    this.kind = kind;
  }

  /**
   * The list that an operation asks for.
   *
   * @param operation the operation
   * @return the kind of the list; empty if it asks for something else
   */
  public static Optional<ListKind> of(McpOperation operation) {
    return Stream.of(values())
        .filter(list -> McpOperation.method(list.method).equals(operation))
        .findFirst();
  }

  /** The member of the result that is the list. */
  String member() {
    return member;
  }

  /** The member of an entry that names it. */
  String naming() {
    return naming;
  }

  /** What an entry of that name can be used for. */
  McpOperation operation(String entry) {
    return new McpOperation(kind, entry);
  }
}
