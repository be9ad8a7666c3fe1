// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** One more MCP endpoint, behind a proxy that passes on the certificates of clients. */
@Path("mcp-certificate-header")
@RequestScoped
public class ProxiedMcpResource extends McpResource {

  /** Made by the container. */
  public ProxiedMcpResource() {}
}
