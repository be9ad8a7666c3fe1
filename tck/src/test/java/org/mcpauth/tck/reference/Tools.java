// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mcpauth.tck.server.Operation;

/** Does what was asked for. */
public class Tools {

  private static final List<Operation> KNOWN =
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
    JsonObjectBuilder response =
        Json.createObjectBuilder().add("jsonrpc", "2.0").add("id", message.id().get());
    Operation operation = message.operation();
    if (operation.method().equals("tools/call") && !isKnown(operation)) {
      JsonObject error =
          Json.createObjectBuilder().add("code", -32602).add("message", "Unknown tool").build();
      return Answer.json(200, response.add("error", error).build());
    }
    return Answer.json(200, response.add("result", result(operation, caller)).build());
  }

  private static boolean isKnown(Operation operation) {
    return KNOWN.stream().anyMatch(known -> known.name().equals(operation.name()));
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
