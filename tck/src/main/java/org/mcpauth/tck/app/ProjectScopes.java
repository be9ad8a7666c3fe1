// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.spi.RequirementProvider;

/** What a project needs. What is no project needs a scope that nobody has. */
@ApplicationScoped
public class ProjectScopes implements RequirementProvider {

  private static final String PROJECTS = "mcp:conformance:projects";

  /** Made by the container. */
  public ProjectScopes() {}

  @Override
  public Scopes additionalScopes(Call call) {
    if (!call.operation().equals(McpOperation.tool(ArgumentTools.PROJECT))) {
      return Scopes.none();
    }
    return call.arguments().get("project") instanceof String project && project.matches("[a-z]+")
        ? Scopes.of(PROJECTS + ":" + project)
        : Scopes.of(PROJECTS);
  }
}
