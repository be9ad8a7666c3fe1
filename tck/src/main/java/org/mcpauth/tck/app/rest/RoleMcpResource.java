// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** One more MCP endpoint, for tokens that name roles of the user. */
@Path("mcp-roles")
@RequestScoped
public class RoleMcpResource extends McpResource {

  /** Made by the container. */
  public RoleMcpResource() {}
}
