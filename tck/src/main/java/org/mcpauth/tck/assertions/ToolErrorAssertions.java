// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * For clients that cannot step up: what a model is told that calls a tool without enough scopes, at
 * the resource that does so, if the profile names one.
 */
public interface ToolErrorAssertions extends ServerTest {

  /** Checks the result. */
  @Extended
  @Assertion(
      id = "missing-scope-is-a-tool-error",
      strategy =
          "A tool that is called without its scopes does not run; the answer is 200 with a result"
              + " that is an error, whose text names every scope that the tool needs, and whose"
              + " _meta has a well-formed insufficient_scope challenge in mcp/www_authenticate")
  default void missingScopeIsAToolError(McpServer server) {
    McpServer telling = server.at(Feature.TOOL_ERROR);
    ToolWatch watch = ToolWatch.of(telling);
    Reply reply = telling.send(Operation.SIMPLE_TEXT, watch.low());
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    JsonObject result = reply.result().orElse(JsonObject.EMPTY_JSON_OBJECT);
    assertThat(result.getBoolean("isError", false)).as("isError: %s", reply).isTrue();
    List<String> scopes = Operation.SIMPLE_TEXT.scopes();
    assertThat(reply.toolText().orElse("")).as("%s", reply).contains(scopes);
    assertThat(challenges(result))
        .as("mcp/www_authenticate: %s", reply)
        .anySatisfy(
            challenge -> {
              assertThat(challenge.parameter("error")).contains(ScopeRefusal.CODE);
              assertThat(challenge.scopes()).containsAll(scopes);
              assertThat(challenge.parameter("resource_metadata")).isPresent();
            });
    watch.assertIdle("a token without scopes", reply);
  }

  private static List<Challenge> challenges(JsonObject result) {
    JsonValue meta = result.getOrDefault("_meta", JsonValue.NULL);
    JsonValue lines =
        meta instanceof JsonObject members
            ? members.getOrDefault("mcp/www_authenticate", JsonValue.NULL)
            : JsonValue.NULL;
    return lines instanceof JsonArray array
        ? Challenge.readable(
            array.stream()
                .filter(JsonString.class::isInstance)
                .map(line -> ((JsonString) line).getString())
                .toList())
        : List.of();
  }

  /** Checks what is not told in this way. */
  @Extended
  @Assertion(
      id = "tool-error-is-about-scopes-of-tools-alone",
      strategy =
          "Where a lack of scopes is told by results of tools, calls of them without a token or with"
              + " a bad one are 401, and resources and prompts without their scopes are 403")
  default void toolErrorIsAboutScopesOfToolsAlone(McpServer server) {
    McpServer telling = server.at(Feature.TOOL_ERROR);
    Reply told = telling.send(Operation.SIMPLE_TEXT, telling.tokens().low());
    BlockedError.unless(
        told.result().map(result -> result.getBoolean("isError", false)).equals(Optional.of(true)),
        "a lack of scopes must be a tool error",
        told);
    assertStatus(401, telling.send(telling.call(Operation.SIMPLE_TEXT)));
    assertStatus(401, telling.send(Operation.SIMPLE_TEXT, Refusals.INVALID_TOKEN));
    for (Operation operation : ScopeRefusal.permitted(telling)) {
      if (!operation.method().equals("tools/call")) {
        assertStatus(403, telling.send(operation, telling.tokens().low()));
      }
    }
  }

  private static void assertStatus(int status, Reply reply) {
    assertThat(reply.status()).as("%s", reply).isEqualTo(status);
    assertThat(reply.result()).as("%s", reply).isEmpty();
  }
}
