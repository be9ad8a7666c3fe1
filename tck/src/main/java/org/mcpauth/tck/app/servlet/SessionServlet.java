// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.servlet;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.mcpauth.tck.app.SessionHandler;

/** One more MCP endpoint, with sessions. */
@WebServlet("/mcp-sessions")
public class SessionServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject transient SessionHandler handler;

  /** Made by the container. */
  public SessionServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SessionHandler.Answer answer =
        handler.answer(request.getHeader(SessionHandler.HEADER), request.getInputStream());
    response.setStatus(answer.status());
    answer.opened().ifPresent(id -> response.setHeader(SessionHandler.HEADER, id));
    if (answer.body().isPresent()) {
      write(response, "application/json", answer.body().get());
    }
  }

  /** A stream without any events. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (handler.has(request.getHeader(SessionHandler.HEADER))) {
      write(response, "text/event-stream", ": nothing\n\n");
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
    boolean ended = handler.end(request.getHeader(SessionHandler.HEADER));
    response.setStatus(
        ended ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_NOT_FOUND);
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
