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
          Operation.CLOSED,
          Operation.PROJECT,
          Operation.CALLER_ELSEWHERE,
          Operation.EMAIL,
          Operation.USER_EMAIL,
          Operation.DECISIONS,
          Operation.UNMENTIONED);

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
    return content(text(operation, caller)).build();
  }

  private String text(Operation operation, Caller caller) {
    return switch (operation.name().orElse("")) {
      case "test_simple_text" -> {
        invocations.incrementAndGet();
        yield "This is a simple text response for testing.";
      }
      case "test_caller" -> caller.subject();
      case "test_invocations" -> invocations.toString();
      case "test_caller_elsewhere" -> elsewhere(caller);
      case "test_email" -> caller.claims().get("email") instanceof String email ? email : "";
      case "test_user_email" -> userEmail(caller);
      default -> "";
    };
  }

  /** The subject, as another thread has it. */
  public String elsewhere(Caller caller) {
    return caller.subject();
  }

  /** What the issuer of the tests says of anybody. */
  public String userEmail(Caller caller) {
    return caller.subject() + "@users.example";
  }

  /** A result with a text. */
  static JsonObjectBuilder content(String text) {
    JsonObject content = Json.createObjectBuilder().add("type", "text").add("text", text).build();
    return Json.createObjectBuilder().add("content", Json.createArrayBuilder().add(content));
  }
}
