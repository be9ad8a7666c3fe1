// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.app.SessionHandler;

/** One more MCP endpoint, with sessions. */
@Path("mcp-sessions")
@RequestScoped
public class SessionMcpResource {

  @Inject SessionHandler handler;

  /** Made by the container. */
  public SessionMcpResource() {}

  /**
   * Does what a message asks for.
   *
   * @param session the id that came with it
   * @param message in JSON-RPC
   * @return the response of JSON-RPC, in the session that it opens
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response answer(
      @HeaderParam(SessionHandler.HEADER) @Nullable String session, InputStream message) {
    SessionHandler.Answer answer = handler.answer(session, message);
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.opened().ifPresent(id -> response.header(SessionHandler.HEADER, id));
    answer.body().ifPresent(response::entity);
    return response.build();
  }

  /**
   * A stream without any events.
   *
   * @param session the id that came with the request
   * @return 404 if there is no such session
   */
  @GET
  @Produces("text/event-stream")
  public Response stream(@HeaderParam(SessionHandler.HEADER) @Nullable String session) {
    return handler.has(session)
        ? Response.ok(": nothing\n\n").build()
        : Response.status(Response.Status.NOT_FOUND).build();
  }

  /**
   * Ends a session.
   *
   * @param session the id that came with the request
   * @return 404 if there is no such session
   */
  @DELETE
  public Response end(@HeaderParam(SessionHandler.HEADER) @Nullable String session) {
    return handler.end(session)
        ? Response.noContent().build()
        : Response.status(Response.Status.NOT_FOUND).build();
  }
}
