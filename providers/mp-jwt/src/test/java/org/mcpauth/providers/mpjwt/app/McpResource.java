// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The MCP endpoint, of which it has the calls of tools alone. */
@Path("mcp")
@RequestScoped
public class McpResource {

  @Inject CallerTools tools;

  /** Calls a tool. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public String call(InputStream body) {
    JsonObject message;
    try (var reader = Json.createReader(body)) {
      message = reader.readObject();
    }
    JsonObject structured = structured(message.getJsonObject("params").getString("name"));
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", message.get("id"))
        .add("result", Json.createObjectBuilder().add("structuredContent", structured))
        .build()
        .toString();
  }

  private JsonObject structured(String tool) {
    return switch (tool) {
      case "whoami" -> tools.whoami();
      case "add_note" -> tools.addNote();
      default -> throw new NotFoundException();
    };
  }
}
