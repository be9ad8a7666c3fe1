// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * Scopes that depend on what a tool is called with: at the resource with such a tool, if the
 * profile names one.
 */
public interface ArgumentAssertions extends ServerTest {

  private static Operation project(String name) {
    return Operation.PROJECT.with(Json.createObjectBuilder().add("project", name).build());
  }

  private static String tokenFor(McpServer server, String... projects) {
    List<String> scopes = new ArrayList<>(List.of(Operation.BASELINE));
    for (String project : projects) {
      scopes.add(Operation.projectScope(project));
    }
    return server.tokens().withScopes(scopes);
  }

  /** Checks that each call needs the scope of its own arguments. */
  @Extended
  @Assertion(
      id = "arguments-decide-the-scope",
      strategy =
          "A tool whose scope its argument names takes a token with that scope, also after calls"
              + " with other arguments, and answers others with a 403 whose challenge names the"
              + " scope of this call; a token with both scopes is good for both")
  default void argumentsDecideTheScope(McpServer server) {
    McpServer guarded = server.at(Feature.ARGUMENTS);
    String alpha = tokenFor(guarded, "alpha");
    String both = tokenFor(guarded, "alpha", "beta");
    for (int round = 0; round < 2; round++) {
      assertRuns(guarded.send(project("alpha"), alpha));
      assertLacks("beta", guarded.send(project("beta"), alpha));
      assertLacks("alpha", guarded.send(project("alpha"), guarded.tokens().full()));
      assertLacks("alphabet", guarded.send(project("alphabet"), alpha));
      assertRuns(guarded.send(project("alpha"), both));
      assertRuns(guarded.send(project("beta"), both));
    }
  }

  private static void assertRuns(Reply reply) {
    assertThat(runs(reply)).as("%s", reply).isTrue();
  }

  private static boolean runs(Reply reply) {
    return reply.isSuccess() && reply.toolText().isPresent();
  }

  private static void assertLacks(String project, Reply reply) {
    assertThat(reply.status()).as("%s: %s", project, reply).isEqualTo(403);
    Optional<ScopeRefusal> refusal = ScopeRefusal.of(Operation.PROJECT, reply);
    assertThat(refusal).as("a challenge for %s: %s", project, reply).isPresent();
    assertThat(refusal.orElseThrow().challenge().scopes())
        .as("%s: %s", project, reply)
        .contains(Operation.projectScope(project));
  }

  /** Checks that there is no other way to say it, and none to say nothing. */
  @Extended
  @Assertion(
      id = "arguments-must-be-clear",
      strategy =
          "A tool whose scope its argument names does not run if the argument is absent, of another"
              + " type, beside the arguments, or there twice, for a token that is good for one, and the"
              + " status is below 500")
  default void argumentsMustBeClear(McpServer server) {
    McpServer guarded = server.at(Feature.ARGUMENTS);
    String alpha = tokenFor(guarded, "alpha");
    Reply usual = guarded.send(project("alpha"), alpha);
    BlockedError.unless(runs(usual), "the tool must run for a token with the scope", usual);
    unclear(guarded)
        .forEach(
            (what, call) -> {
              Reply reply = guarded.send(call.bearer(alpha));
              assertThat(reply.status()).as("%s: %s", what, reply).isLessThan(500);
              assertThat(runs(reply)).as("%s: %s", what, reply).isFalse();
            });
  }

  private static Map<String, HttpCall> unclear(McpServer server) {
    Map<String, HttpCall> calls = new LinkedHashMap<>();
    JsonArray list = Json.createArrayBuilder().add("alpha").build();
    calls.put("no argument", with(server, JsonObject.EMPTY_JSON_OBJECT));
    for (JsonValue value :
        List.of(JsonValue.NULL, JsonValue.TRUE, Json.createValue(1), list, Json.createValue(""))) {
      calls.put("" + value, with(server, Json.createObjectBuilder().add("project", value).build()));
    }
    String usual = server.message(project("alpha"), false).toString();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "beside the arguments", usual.replace("\"arguments\":{\"project\"", "\"x\":{\"project\""));
    texts.put("alpha, then beta", twice(usual, "alpha", "beta"));
    texts.put("beta, then alpha", twice(usual, "beta", "alpha"));
    texts.put(
        "arguments twice",
        usual.replace("\"arguments\":", "\"arguments\":{\"project\":\"beta\"},\"arguments\":"));
    texts.forEach(
        (what, text) -> {
          BlockedError.unless(!text.equals(usual), "the message must differ", what);
          calls.put(what, server.call(project("alpha")).body(text));
        });
    return calls;
  }

  private static HttpCall with(McpServer server, JsonObject arguments) {
    return server.call(Operation.PROJECT.with(arguments));
  }

  private static String twice(String message, String first, String second) {
    return message.replace(
        "\"project\":\"alpha\"", "\"project\":\"%s\",\"project\":\"%s\"".formatted(first, second));
  }
}
