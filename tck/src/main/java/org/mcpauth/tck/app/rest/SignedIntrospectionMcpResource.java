// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** One more MCP endpoint, for tokens that the issuer is asked about and signs its answers. */
@Path("mcp-signed-introspection")
@RequestScoped
public class SignedIntrospectionMcpResource extends McpResource {

  /** Made by the container. */
  public SignedIntrospectionMcpResource() {}
}
