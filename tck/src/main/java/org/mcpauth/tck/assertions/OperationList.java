// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * A list that a server gives of what it has.
 *
 * @param method asks for it
 * @param member of the result, has the entries
 * @param key of an entry, has the name
 * @param named an operation of the contract whose entry is one of them
 * @param name what the entry calls it
 */
record OperationList(String method, String member, String key, Operation named, String name) {

  static final OperationList TOOLS = of("tools/list", "tools", "name", Operation.SIMPLE_TEXT);

  static final List<OperationList> ALL =
      List.of(
          TOOLS,
          of("prompts/list", "prompts", "name", Operation.SIMPLE_PROMPT),
          of("resources/list", "resources", "uri", Operation.STATIC_TEXT),
          new OperationList(
              "resources/templates/list",
              "resourceTemplates",
              "uriTemplate",
              Operation.TEMPLATE,
              "test://template/{id}/data"));

  private static OperationList of(String method, String member, String key, Operation named) {
    return new OperationList(method, member, key, named, named.name().orElseThrow());
  }

  /** The list, as the caller gets it. */
  Reply ask(McpServer server, String token) {
    Reply reply = server.send(Operation.of(method), token);
    BlockedError.unless(
        reply.isSuccess() && reply.result().orElseThrow().get(member) instanceof JsonArray,
        method + " must be answered with a list",
        reply);
    return reply;
  }

  /** The names in a list, in its order. */
  List<String> names(Reply reply) {
    JsonArray entries = reply.result().orElse(JsonValue.EMPTY_JSON_OBJECT).getJsonArray(member);
    return entries.getValuesAs(JsonObject.class).stream()
        .map(entry -> entry.getString(key, ""))
        .toList();
  }

  List<String> names(McpServer server, String token) {
    return names(ask(server, token));
  }
}
