// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** One more MCP endpoint, for tokens of its own. */
@Path("mcp-second-resource")
@RequestScoped
public class SecondMcpResource extends McpResource {

  /** Made by the container. */
  public SecondMcpResource() {}
}
