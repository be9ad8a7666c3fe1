// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.Wire;

/** An MCP session over plain HTTP. The token may change from call to call. */
final class McpSession {

  private static final String JSON = "application/json";
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      """;

  private final URI endpoint;
  private final String id;
  private final Optional<String> token;

  private McpSession(URI endpoint, String id, Optional<String> token) {
    this.endpoint = endpoint;
    this.id = id;
    this.token = token;
  }

  static McpSession open(RunningNotes notes, String token) {
    Answer answer =
        Wire.post(notes.endpoint(), JSON, INITIALIZE, "Authorization", "Bearer " + token)
            .requireStatus(200);
    String id = answer.header("Mcp-Session-Id").get(0);
    return new McpSession(notes.endpoint(), id, Optional.of(token));
  }

  McpSession with(String otherToken) {
    return new McpSession(endpoint, id, Optional.of(otherToken));
  }

  McpSession anonymous() {
    return new McpSession(endpoint, id, Optional.empty());
  }

  Answer callTool(String name, Map<String, ?> arguments) {
    return call("tools/call", Map.of("name", name, "arguments", arguments));
  }

  Answer call(String method, Map<String, ?> params) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("jsonrpc", "2.0");
    message.put("id", 2);
    message.put("method", method);
    message.put("params", params);
    try {
      return post(Answer.JSON.writeValueAsBytes(message));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Any body, with more headers: names and values in turn. */
  Answer post(byte[] body, String... headers) {
    return post(endpoint, body, headers);
  }

  Answer post(URI uri, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of("Mcp-Session-Id", id));
    token.ifPresent(text -> all.addAll(List.of("Authorization", "Bearer " + text)));
    all.addAll(List.of(headers));
    return Wire.post(uri, JSON, body, all.toArray(String[]::new));
  }
}
