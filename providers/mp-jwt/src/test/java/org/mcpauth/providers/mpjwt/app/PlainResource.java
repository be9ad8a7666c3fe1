// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Beside the MCP endpoint: what an application with MicroProfile JWT had before. */
@Path("plain")
@RequestScoped
public class PlainResource {

  @Inject JsonWebToken token;

  /** The caller and its groups. */
  @GET
  public String caller() {
    return token.getSubject() + " " + token.getGroups();
  }
}
