// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** One more MCP endpoint, for proofs with a nonce. */
@Path("mcp-dpop-nonce")
@RequestScoped
public class NonceMcpResource extends McpResource {

  /** Made by the container. */
  public NonceMcpResource() {}
}
