// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes.mcp;

import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import org.jspecify.annotations.Nullable;

/** Puts the MCP server at {@code /mcp}: the only class here that knows servlets. */
@WebListener
public class McpEndpoint implements ServletContextListener {

  private static final String PATH = "/mcp";

  @Inject NotesServer notes;

  private @Nullable McpSyncServer server;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    HttpServletStreamableServerTransportProvider transport =
        HttpServletStreamableServerTransportProvider.builder().mcpEndpoint(PATH).build();
    server = notes.start(transport);
    ServletRegistration.Dynamic servlet = event.getServletContext().addServlet("mcp", transport);
    servlet.addMapping(PATH);
    servlet.setAsyncSupported(true);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (server != null) {
      server.closeGracefully();
    }
  }
}
