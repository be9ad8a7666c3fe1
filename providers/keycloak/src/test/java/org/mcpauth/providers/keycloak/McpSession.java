// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;

/**
 * An MCP session over plain HTTP.
 *
 * @param endpoint the MCP endpoint
 * @param id the session's id
 */
record McpSession(URI endpoint, String id) {

  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      """;

  /** What a client begins with. */
  static Answer initialize(URI endpoint, String token) {
    return Http.postJson(endpoint, INITIALIZE, Map.of("Authorization", "Bearer " + token));
  }

  static Answer initializeWithoutToken(URI endpoint) {
    return Http.postJson(endpoint, INITIALIZE, Map.of());
  }

  static McpSession open(URI endpoint, String token) {
    Answer answer = initialize(endpoint, token).requireStatus(200);
    return new McpSession(endpoint, answer.header("Mcp-Session-Id").get(0));
  }

  Answer callTool(String token, String name, Map<String, ?> arguments) {
    JsonObject params =
        Json.createObjectBuilder()
            .add("name", name)
            .add("arguments", Json.createObjectBuilder(arguments))
            .build();
    JsonObject message =
        Json.createObjectBuilder()
            .add("jsonrpc", "2.0")
            .add("id", 2)
            .add("method", "tools/call")
            .add("params", params)
            .build();
    return Http.postJson(
        endpoint,
        message.toString(),
        Map.of("Authorization", "Bearer " + token, "Mcp-Session-Id", id));
  }
}
