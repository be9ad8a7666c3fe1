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
import org.mcpauth.AccessTokens;
import org.mcpauth.mcpsdk.McpSdkCallers;

/** Puts the MCP server at {@code /mcp}: the only class here that knows servlets. */
@WebListener
public class McpEndpoint implements ServletContextListener {

  private static final String PATH = "/mcp";

  @Inject NotesServer notes;
  @Inject AccessTokens tokens;

  private @Nullable McpSyncServer server;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    // The SDK answers on threads of its own: this takes the caller of each request there.
    McpSdkCallers callers = new McpSdkCallers(tokens);
    HttpServletStreamableServerTransportProvider transport =
        HttpServletStreamableServerTransportProvider.builder()
            .mcpEndpoint(PATH)
            .jsonMapper(new JacksonMcpJsonMapper(mapper()))
            .contextExtractor(callers)
            .build();
    server = notes.start(transport, callers);
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
