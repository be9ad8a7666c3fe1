// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * What descriptors of tools say that they require: at the resource where they do, if the profile
 * names one.
 */
public interface ToolRequirementAssertions extends ServerTest {

  /** Checks that a client can ask for the scopes of a tool before it is refused. */
  @Extended
  @Assertion(
      id = "descriptor-names-required-scopes",
      strategy =
          "The descriptor of a tool has securitySchemes, on itself and in _meta, with one oauth2"
              + " scheme: of exactly the scopes that the tool needs, and of none for a tool that"
              + " needs a token and no scope")
  default void descriptorNamesRequiredScopes(McpServer server) {
    McpServer describing = server.at(Feature.TOOL_REQUIREMENTS);
    Reply reply = OperationList.TOOLS.ask(describing, describing.tokens().full());
    for (Operation tool : List.of(Operation.SIMPLE_TEXT, Operation.CALLER)) {
      JsonObject descriptor = descriptor(reply, tool.name().orElseThrow());
      for (JsonObject place : List.of(descriptor, object(descriptor.get("_meta")))) {
        List<JsonObject> schemes = objects(place.get("securitySchemes")).toList();
        assertThat(schemes).as("securitySchemes of %s: %s", tool, reply).hasSize(1);
        JsonObject scheme = schemes.get(0);
        assertThat(text(scheme.get("type"))).as("type of %s", tool).contains("oauth2");
        assertThat(texts(scheme.get("scopes")))
            .as("scopes of %s: %s", tool, reply)
            .containsExactlyInAnyOrderElementsOf(tool.scopes());
      }
    }
  }

  private static JsonObject descriptor(Reply reply, String tool) {
    Optional<JsonObject> found =
        objects(reply.result().orElseThrow().get("tools"))
            .filter(descriptor -> text(descriptor.get("name")).equals(Optional.of(tool)))
            .findFirst();
    assertThat(found).as("the descriptor of %s: %s", tool, reply).isPresent();
    return found.orElseThrow();
  }

  private static JsonObject object(@Nullable JsonValue value) {
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static Stream<JsonObject> objects(@Nullable JsonValue value) {
    return value instanceof JsonArray array
        ? array.stream().map(ToolRequirementAssertions::object)
        : Stream.empty();
  }

  private static List<String> texts(@Nullable JsonValue value) {
    return value instanceof JsonArray array
        ? array.stream().flatMap(entry -> text(entry).stream()).toList()
        : List.of();
  }

  private static Optional<String> text(@Nullable JsonValue value) {
    return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
  }
}
