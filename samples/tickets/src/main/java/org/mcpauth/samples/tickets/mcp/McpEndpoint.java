// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessTokens;
import org.mcpauth.mcpsdk.McpSdkCallers;
import org.mcpauth.samples.tickets.DeskTools;
import org.mcpauth.samples.tickets.RefundTools;

/** Puts the MCP server at {@code /mcp}. There are no sessions: each request stands for itself. */
@WebListener
public class McpEndpoint implements ServletContextListener {

  private static final String PATH = "/mcp";

  @Inject AccessTokens tokens;
  @Inject DeskTools desk;
  @Inject RefundTools refunds;

  private @Nullable McpStatelessSyncServer server;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    // The SDK answers on threads of its own. Here the caller of a request is put into its context,
    // and in ToolBean each handler is wrapped, so that it runs as that caller.
    McpSdkCallers callers = new McpSdkCallers(tokens);
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .messageEndpoint(PATH)
            .contextExtractor(callers)
            .build();
    server =
        McpServer.sync(transport)
            .serverInfo("tickets", "1.0")
            .instructions("A support desk: list tickets, reply to them, refund customers.")
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .tools(
                Stream.of(
                        new ToolBean(DeskTools.class, desk),
                        new ToolBean(RefundTools.class, refunds))
                    .flatMap(bean -> bean.tools(callers))
                    .toList())
            .build();
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
