// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mcpauth.tck.server.Operation;

/** Does what was asked for. */
public class Tools {

  static final List<Operation> KNOWN =
      List.of(
          Operation.SIMPLE_TEXT,
          Operation.CALLER,
          Operation.INVOCATIONS,
          Operation.STRONG_LOGIN,
          Operation.RECENT_LOGIN,
          Operation.FOR_OPERATORS,
          Operation.CLOSED);

  protected final AtomicInteger invocations = new AtomicInteger();

  public Answer call(Message message, Caller caller) {
    if (message.id().isEmpty()) {
      return Answer.of(202);
    }
    Operation operation = message.operation();
    return isKnown(operation) ? answer(message, result(operation, caller)) : unknown(message);
  }

  /** The answer to a request, with a result. */
  static Answer answer(Message message, JsonObject result) {
    return Answer.json(200, response(message).add("result", result).build());
  }

  /** The answer to who asks for what there is not. */
  static Answer unknown(Message message) {
    JsonObject error =
        Json.createObjectBuilder().add("code", -32602).add("message", "Unknown").build();
    return Answer.json(200, response(message).add("error", error).build());
  }

  private static JsonObjectBuilder response(Message message) {
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", message.id().orElse(JsonValue.NULL));
  }

  private static boolean isKnown(Operation operation) {
    String name = operation.name().orElse("");
    return switch (operation.method()) {
      case "tools/call" -> isOneOf(KNOWN, name);
      case "prompts/get" -> isOneOf(List.of(Operation.SIMPLE_PROMPT), name);
      case "resources/read" ->
          isOneOf(List.of(Operation.STATIC_TEXT), name) || name.startsWith("test://template/");
      default -> true;
    };
  }

  private static boolean isOneOf(List<Operation> known, String name) {
    return known.stream().anyMatch(operation -> operation.name().orElseThrow().equals(name));
  }

  public JsonObject result(Operation operation, Caller caller) {
    String text = "";
    if (operation.name().equals(Operation.SIMPLE_TEXT.name())) {
      invocations.incrementAndGet();
      text = "This is a simple text response for testing.";
    } else if (operation.name().equals(Operation.CALLER.name())) {
      text = caller.subject();
    } else if (operation.name().equals(Operation.INVOCATIONS.name())) {
      text = invocations.toString();
    }
    JsonObject content = Json.createObjectBuilder().add("type", "text").add("text", text).build();
    return Json.createObjectBuilder()
        .add("content", Json.createArrayBuilder().add(content))
        .build();
  }
}
