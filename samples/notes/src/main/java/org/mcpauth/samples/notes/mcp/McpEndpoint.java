// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
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
        HttpServletStreamableServerTransportProvider.builder()
            .mcpEndpoint(PATH)
            .jsonMapper(new JacksonMcpJsonMapper(mapper()))
            .build();
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

  private static ObjectMapper mapper() {
    return new ObjectMapper()
        .registerModule(new SimpleModule().addSerializer(new ErrorSerializer()));
  }
}
