// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mcpauth.McpOperation;

/** Filters for a caller who may use everything but what has "hidden" in its name. */
final class Lists {

  static final JsonProvider JSON = JsonProvider.provider();

  static final ListView PLAIN = new ListView(Lists::isPermitted, Optional.empty(), true, false);

  static final String REFUSAL =
      "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32603,"
          + "\"message\":\"The answer of the server cannot be shown\"}}";

  private Lists() {}

  static boolean isPermitted(McpOperation operation) {
    return !operation.name().contains("hidden");
  }

  static ListFilter filter(ListKind kind, ListView view) {
    return filter(Optional.of(kind), view, 10_000);
  }

  static ListFilter filter(Optional<ListKind> kind, ListView view, int limit) {
    return new ListFilter(JSON, kind, view, refusal(), limit);
  }

  static AnswerRefusal refusal() {
    return new AnswerRefusal(McpOperation.method("tools/list"), JSON.createValue(7), JSON);
  }

  static ListView describing(ToolRequirement requirement) {
    return new ListView(Lists::isPermitted, Optional.of(operation -> requirement), false, false);
  }

  static String result(String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":" + result + "}";
  }

  static String whole(AnswerTransform transform, String body) {
    return text(transform.whole(answer(200, "application/json", body)).body());
  }

  static String event(AnswerTransform transform, String event) {
    return text(transform.event(event.getBytes(StandardCharsets.UTF_8)));
  }

  static WholeAnswer answer(int status, String type, String body) {
    return new WholeAnswer(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static ToolRequirement scopes(String... scopes) {
    return new ToolRequirement(false, List.of(scopes));
  }
}
