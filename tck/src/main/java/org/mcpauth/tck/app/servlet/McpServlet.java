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
import java.util.Optional;
import org.mcpauth.tck.app.MessageHandler;

/** The MCP endpoint as a servlet, and the same for each feature on top. */
@WebServlet({
  "/mcp",
  "/mcp-second-resource",
  "/mcp-introspection",
  "/mcp-dpop-nonce",
  "/mcp-certificate-header",
  "/mcp-signed-introspection",
  "/mcp-step-up",
  "/mcp-roles"
})
public class McpServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject transient MessageHandler handler;

  /** Made by the container. */
  public McpServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> answer = handler.answer(request.getInputStream());
    if (answer.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      return;
    }
    response.setContentType("application/json");
    response.getOutputStream().write(answer.get().getBytes(StandardCharsets.UTF_8));
  }
}
