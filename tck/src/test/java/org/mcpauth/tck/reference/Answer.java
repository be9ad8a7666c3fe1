// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status its status code
 * @param headers one line each
 * @param body empty for none
 */
public record Answer(int status, Map<String, String> headers, String body) {

  public static Answer of(int status) {
    return new Answer(status, Map.of(), "");
  }

  public static Answer json(int status, JsonObject json) {
    return new Answer(status, Map.of("Content-Type", "application/json"), json.toString());
  }

  public static Answer error(int status, int code, String message) {
    JsonObject error = Json.createObjectBuilder().add("code", code).add("message", message).build();
    return json(
        status,
        Json.createObjectBuilder()
            .add("jsonrpc", "2.0")
            .add("id", JsonValue.NULL)
            .add("error", error)
            .build());
  }

  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }
}
