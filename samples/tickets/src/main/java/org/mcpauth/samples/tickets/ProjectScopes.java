// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.mcpauth.Scopes;
import org.mcpauth.spi.RequirementProvider;

/**
 * Some customers agreed with us on who may see their tickets: calls about their projects need one
 * scope more. Every tool finds its tickets by the argument that is looked at here, and by no other.
 */
@ApplicationScoped
public class ProjectScopes implements RequirementProvider {

  private static final Set<String> CONFIDENTIAL = Set.of("acme");

  @Override
  public Scopes additionalScopes(Call call) {
    return call.arguments().get("project") instanceof String project
            && CONFIDENTIAL.contains(project)
        ? Scopes.of("tickets:" + project)
        : Scopes.none();
  }
}
