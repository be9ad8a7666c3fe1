// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;

/**
 * The session of a revision that has sessions: opened when it is needed at first, and never again.
 * A server that refuses to open one is called without: the assertions say what is wrong with it.
 */
final class Session {

  static final JsonObject CLIENT =
      Json.createObjectBuilder().add("name", "mcp-auth-tck").add("version", "1").build();

  private final McpServer server;
  private final String token;
  private boolean asked;
  private @Nullable String id;

  Session(McpServer server, String token) {
    this.server = server;
    this.token = token;
  }

  /** The id of the session; empty if there are no sessions. */
  synchronized Optional<String> id() {
    if (!asked && !server.revision().isStateless()) {
      asked = true;
      id = open().orElse(null);
    }
    return Optional.ofNullable(id);
  }

  private Optional<String> open() {
    Reply reply = server.send(server.sessionless(initialize(server)).bearer(token));
    Optional<String> opened = reply.header("Mcp-Session-Id");
    if (reply.isSuccess()) {
      HttpCall ready = server.sessionless(Operation.of("notifications/initialized")).bearer(token);
      server.send(opened.map(value -> ready.with("Mcp-Session-Id", value)).orElse(ready));
    }
    return opened;
  }

  static Operation initialize(McpServer server) {
    JsonObject params =
        Json.createObjectBuilder()
            .add("protocolVersion", server.revision().date())
            .add("capabilities", JsonObject.EMPTY_JSON_OBJECT)
            .add("clientInfo", CLIENT)
            .build();
    return new Operation("initialize", params, Optional.empty(), java.util.List.of());
  }
}
