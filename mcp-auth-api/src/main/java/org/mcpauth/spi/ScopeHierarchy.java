// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.spi;

import org.mcpauth.Scopes;

/**
 * Tells which scopes a scope implies. MCP wants that of every server: "Servers MUST account for
 * scope hierarchies, where a broader scope implies narrower ones".
 *
 * <p>The hierarchy in {@code mcp.auth.scope-hierarchy} always applies; beans of this type add to
 * it.
 */
@FunctionalInterface
public interface ScopeHierarchy {

  /**
   * The scopes that one scope implies directly. What those imply in turn is asked for separately. A
   * scope that implies itself, directly or through others, stops the deployment; so the scopes that
   * the application knows of are asked for when it starts.
   *
   * @param scope a scope that the caller's token carries, or that follows from one
   * @return the narrower scopes; empty if there are none
   */
  Scopes impliedBy(String scope);
}
