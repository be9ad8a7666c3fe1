// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Objects;

/** Callers of tools are told by a result. */
public class ToolErrorTelling extends ScopeTelling {

  @Override
  public Answer told(Message message, Answer challenged) {
    return isTold(message)
        ? Tools.answer(message, result(message, challenged).build())
        : challenged;
  }

  public boolean isTold(Message message) {
    return message.operation().method().equals("tools/call");
  }

  public JsonObjectBuilder result(Message message, Answer challenged) {
    String challenge = Objects.requireNonNull(challenged.headers().get("WWW-Authenticate"));
    return Tools.content(text(message))
        .add("isError", true)
        .add(
            "_meta",
            Json.createObjectBuilder()
                .add("mcp/www_authenticate", Json.createArrayBuilder().add(challenge)));
  }

  public String text(Message message) {
    return "Ask the user for " + String.join(" and ", message.operation().scopes());
  }
}
