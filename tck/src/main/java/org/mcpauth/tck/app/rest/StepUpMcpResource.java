// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** One more MCP endpoint, for tokens that say how and when the user was authenticated. */
@Path("mcp-step-up")
@RequestScoped
public class StepUpMcpResource extends McpResource {

  /** Made by the container. */
  public StepUpMcpResource() {}
}
