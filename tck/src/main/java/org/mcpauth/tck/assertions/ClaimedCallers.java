// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * Calls in which the client says that it is somebody else.
 *
 * @param server in the session of the true caller
 */
record ClaimedCallers(McpServer server) {

  private static final String MALLORY = "tck-mallory";

  /** What proxies tell applications, and clients can too. */
  private static final List<String> HEADERS =
      List.of(
          "X-User",
          "X-User-Id",
          "X-Username",
          "X-Subject",
          "X-Remote-User",
          "Remote-User",
          "X-Authenticated-User",
          "X-Authenticated-Userid",
          "X-Forwarded-User",
          "X-Forwarded-Preferred-Username",
          "X-Forwarded-Email",
          "X-Auth-Request-User",
          "X-WebAuth-User",
          "X-Client-Id",
          "X-Tenant-Id",
          "User-Agent",
          "From");

  private static final List<String> NAMES = List.of("sub", "subject", "user", "userId", "username");

  /** Without a token, by how they say it. */
  Map<String, HttpCall> calls() {
    HttpCall call = server.call(Operation.CALLER);
    String path = server.path() + (server.path().contains("?") ? "&" : "?");
    Map<String, HttpCall> calls = new LinkedHashMap<>();
    HEADERS.forEach(header -> calls.put(header, call.with(header, MALLORY)));
    for (String name : NAMES) {
      JsonObject claim = Json.createObjectBuilder().add(name, MALLORY).build();
      calls.put("cookie " + name, call.with("Cookie", name + "=" + MALLORY));
      calls.put("query " + name, call.target(path + name + "=" + MALLORY));
      calls.put("argument " + name, call.body(with("arguments", claim)));
      calls.put("_meta " + name, call.body(with("_meta", claim)));
    }
    JsonObject client = Json.createObjectBuilder().add("name", MALLORY).add("version", "1").build();
    JsonObject info =
        Json.createObjectBuilder().add("io.modelcontextprotocol/clientInfo", client).build();
    calls.put("client info", call.body(with("_meta", info)));
    return calls;
  }

  /** The message with more in a member of its params. */
  private String with(String member, JsonObject more) {
    JsonObject message = server.message(Operation.CALLER, false);
    JsonObject params = message.getJsonObject("params");
    JsonObjectBuilder merged =
        Json.createObjectBuilder(
            params.getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT).asJsonObject());
    more.forEach(merged::add);
    return Json.createObjectBuilder(message)
        .add("params", Json.createObjectBuilder(params).add(member, merged))
        .build()
        .toString();
  }
}
