// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Resources of the template with ids that a challenge cannot hold as they are. */
final class HostileUris {

  /** The header that some of the ids would add. */
  static final String HEADER = "X-Tck-Added";

  private static final List<String> IDS =
      List.of(
          "a\"b",
          "a%22b",
          "a\\b",
          "a\", error=\"none",
          "a b",
          "a,b",
          "\u00e4\u20ac",
          "%C3%A4",
          "%0D%0A" + HEADER + ":%20yes",
          "\r\n" + HEADER + ": yes",
          "%00",
          "");

  private HostileUris() {}

  static List<HttpCall> calls(McpServer server) {
    return IDS.stream().map(id -> call(server, "test://template/" + id + "/data")).toList();
  }

  private static HttpCall call(McpServer server, String uri) {
    HttpCall call =
        server.call(
            new Operation(
                "resources/read",
                Json.createObjectBuilder().add("uri", uri).build(),
                Optional.empty(),
                List.of()));
    return server.revision().isStateless() ? call.with("Mcp-Name", encoded(uri)) : call;
  }

  /** As a header that may hold anything (MCP 2026-07-28, value encoding). */
  static String encoded(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return "=?base64?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
