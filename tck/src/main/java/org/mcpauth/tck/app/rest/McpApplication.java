// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS for the whole application. */
@ApplicationPath("/")
@ApplicationScoped // some servers look for applications among the beans only
public class McpApplication extends Application {

  /** Made by the container. */
  public McpApplication() {}
}
