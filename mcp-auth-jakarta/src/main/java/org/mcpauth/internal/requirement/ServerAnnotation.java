// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;

/**
 * The annotations with which MCP servers declare tools, prompts and resources. They are known by
 * name only: the library compiles against none of them.
 *
 * @param kind what the annotation declares
 * @param member the member that holds the name or URI
 */
public record ServerAnnotation(Kind kind, String member) {

  /** What an absent name looks like in Quarkus; elsewhere it is the empty string. */
  private static final String ELEMENT_NAME = "<<element name>>";

  private static final ServerAnnotation TOOL = new ServerAnnotation(Kind.TOOL, "name");
  private static final ServerAnnotation PROMPT = new ServerAnnotation(Kind.PROMPT, "name");
  private static final ServerAnnotation RESOURCE = new ServerAnnotation(Kind.RESOURCE, "uri");
  private static final ServerAnnotation TEMPLATE =
      new ServerAnnotation(Kind.RESOURCE, "uriTemplate");

  private static final Map<String, ServerAnnotation> KNOWN =
      Map.ofEntries(
          Map.entry("org.mcpjava.server.tools.Tool", TOOL),
          Map.entry("org.mcpjava.server.prompts.Prompt", PROMPT),
          Map.entry("org.mcpjava.server.resources.Resource", RESOURCE),
          Map.entry("org.mcpjava.server.resources.ResourceTemplate", TEMPLATE),
          // The same before its 1.0, as WildFly's feature pack still has it.
          Map.entry("org.mcp_java.annotations.tools.Tool", TOOL),
          Map.entry("org.mcp_java.annotations.prompts.Prompt", PROMPT),
          Map.entry("org.mcp_java.annotations.resources.Resource", RESOURCE),
          Map.entry("org.mcp_java.annotations.resources.ResourceTemplate", TEMPLATE),
          Map.entry("org.mcp_java.server.tools.Tool", TOOL),
          Map.entry("org.mcp_java.server.prompts.Prompt", PROMPT),
          Map.entry("org.mcp_java.server.resources.Resource", RESOURCE),
          Map.entry("org.mcp_java.server.resources.ResourceTemplate", TEMPLATE),
          Map.entry("io.openliberty.mcp.annotations.Tool", TOOL),
          Map.entry("io.quarkiverse.mcp.server.Tool", TOOL),
          Map.entry("io.quarkiverse.mcp.server.Prompt", PROMPT),
          Map.entry("io.quarkiverse.mcp.server.Resource", RESOURCE),
          Map.entry("io.quarkiverse.mcp.server.ResourceTemplate", TEMPLATE),
          Map.entry("dev.langchain4j.agent.tool.Tool", TOOL));

  /**
   * Tells whether an annotation declares operations.
   *
   * @param annotationType the name of its type
   * @return true if it is one of the known ones
   */
  static boolean isKnown(String annotationType) {
    return KNOWN.containsKey(annotationType);
  }

  /** The operations that a method's annotations declare; empty if it has none of the known ones. */
  static List<McpOperation> operationsOf(Method method) {
    List<McpOperation> operations = new ArrayList<>();
    for (Annotation annotation : method.getAnnotations()) {
      ServerAnnotation known = KNOWN.get(annotation.annotationType().getName());
      if (known != null) {
        operations.add(new McpOperation(known.kind, known.nameIn(annotation, method)));
      }
    }
    return List.copyOf(operations);
  }

  private String nameIn(Annotation annotation, Method method) {
    String value = valueOf(annotation);
    return value.isEmpty() || value.equals(ELEMENT_NAME) ? method.getName() : value;
  }

  private String valueOf(Annotation annotation) {
    try {
      Object value = annotation.annotationType().getMethod(member).invoke(annotation);
      return value instanceof String text ? text : "";
    } catch (ReflectiveOperationException e) {
      // An older or newer edition of the annotation without this member: the method's name counts.
      return "";
    }
  }
}
