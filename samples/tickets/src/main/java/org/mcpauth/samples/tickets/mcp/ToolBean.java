// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.mcp;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.mcpsdk.McpSdkCallers;
import org.mcpauth.samples.tickets.DeskException;

/**
 * A bean whose public methods with {@link Tool} are tools. The library knows this annotation too:
 * what guards such a method, guards the tool of that name.
 *
 * @param type the class of the bean
 * @param bean what the container injected, so that interceptors run
 */
record ToolBean(Class<?> type, Object bean) {

  /** The tools, each of which runs as the caller of its request. */
  Stream<SyncToolSpecification> tools(McpSdkCallers callers) {
    return Stream.of(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Tool.class))
        .map(
            method ->
                SyncToolSpecification.builder()
                    .tool(described(method))
                    .callHandler(
                        callers.statelessHandler(
                            (context, request) -> answer(method, request.arguments())))
                    .build());
  }

  private static McpSchema.Tool described(Method method) {
    Tool tool = method.getAnnotation(Tool.class);
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Parameter parameter : method.getParameters()) {
      properties.put(
          parameter.getName(),
          Map.of(
              "type",
              parameter.getType() == long.class ? "integer" : "string",
              "description",
              parameter.getAnnotation(P.class).value()));
    }
    // The SDK checks arguments against it before a handler sees them.
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            properties,
            "required",
            properties.keySet(),
            "additionalProperties",
            false);
    return McpSchema.Tool.builder(tool.name(), schema)
        .description(String.join("\n", tool.value()))
        .build();
  }

  private CallToolResult answer(Method method, Map<String, Object> arguments) {
    try {
      Object[] values =
          Stream.of(method.getParameters()).map(parameter -> value(parameter, arguments)).toArray();
      return CallToolResult.builder().addTextContent(text(method.invoke(bean, values))).build();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof DeskException refusal) {
        // The model can correct itself: a result, not a protocol error.
        return CallToolResult.builder()
            .addTextContent(Optional.ofNullable(refusal.getMessage()).orElse("not possible"))
            .isError(true)
            .build();
      }
      throw new IllegalStateException("the tool failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(Parameter parameter, Map<String, Object> arguments) {
    Object argument = Objects.requireNonNull(arguments.get(parameter.getName()));
    return parameter.getType() == long.class ? ((Number) argument).longValue() : argument;
  }

  private static String text(Object result) {
    try {
      return result instanceof String text
          ? text
          : McpJsonDefaults.getMapper().writeValueAsString(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
