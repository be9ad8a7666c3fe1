// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Clients of the time before there was a header with the version. */
final class LegacyClients {

  private static final String VERSION = "2025-03-26";

  private LegacyClients() {}

  /** Whether a server agrees to speak the last version that had no such header. */
  static boolean areServed(McpServer server) {
    JsonObject params =
        Json.createObjectBuilder()
            .add("protocolVersion", VERSION)
            .add("capabilities", JsonObject.EMPTY_JSON_OBJECT)
            .add("clientInfo", Json.createObjectBuilder().add("name", "tck").add("version", "1"))
            .build();
    JsonObject message =
        Json.createObjectBuilder()
            .add("jsonrpc", "2.0")
            .add("id", "tck")
            .add("method", "initialize")
            .add("params", params)
            .build();
    HttpCall call =
        server
            .call(Operation.of("initialize"))
            .without("MCP-Protocol-Version")
            .without("Mcp-Method")
            .bearer(server.tokens().full());
    Reply reply = server.send(call.body(message.toString()));
    return reply
        .result()
        .map(result -> result.getString("protocolVersion", "").equals(VERSION))
        .orElse(false);
  }
}
