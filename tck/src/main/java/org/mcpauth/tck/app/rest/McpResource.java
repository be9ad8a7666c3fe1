// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.mcpauth.tck.app.MessageHandler;

/** The MCP endpoint as a JAX-RS resource. */
@Path("mcp")
@RequestScoped
public class McpResource {

  @Inject MessageHandler handler;

  /** Made by the container. */
  public McpResource() {}

  /**
   * Does what a message asks for.
   *
   * @param message in JSON-RPC
   * @return the response of JSON-RPC; 202 if the message wants none
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response answer(InputStream message) {
    return handler
        .answer(message)
        .map(answer -> Response.ok(answer).build())
        .orElseGet(() -> Response.accepted().build());
  }
}
