// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.war;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** As little of an MCP server as can answer a {@code tools/call}. It knows nothing of security. */
@WebServlet("/mcp")
public class McpServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject private transient @Nullable EchoTools tools;

  /** Made by the container. */
  public McpServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonObject message;
    try (JsonReader reader = JSON.createReader(request.getInputStream())) {
      message = reader.readObject();
    }
    JsonObject params = message.getJsonObject("params");
    EchoTools bean = tools;
    if (bean == null
        || !message.getString("method").equals("tools/call")
        || !params.getString("name").equals(EchoTools.TOOL)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    write(
        result(message, bean.echo(params.getJsonObject("arguments").getString("text"))), response);
  }

  private static JsonObject result(JsonObject request, String text) {
    return JSON.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", request.get("id"))
        .add(
            "result",
            JSON.createObjectBuilder()
                .add("resultType", "complete")
                .add(
                    "content",
                    JSON.createArrayBuilder()
                        .add(JSON.createObjectBuilder().add("type", "text").add("text", text))))
        .build();
  }

  private static void write(JsonObject message, HttpServletResponse response) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
