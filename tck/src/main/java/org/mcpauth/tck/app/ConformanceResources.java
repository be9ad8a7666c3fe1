// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** The resources of the fixture contract. */
@ApplicationScoped
public class ConformanceResources {

  static final String STATIC = "test://static-text";
  static final String TEMPLATE = "test://template/{id}/data";

  private static final String READ = "mcp:conformance:resources:read";

  /** Made by the container. */
  public ConformanceResources() {}

  /**
   * Needs two scopes.
   *
   * @return some text
   */
  @RequiresScope(
      value = {READ, "mcp:conformance:resources:static"},
      resource = STATIC)
  public String staticText() {
    return "This is the content of the static text resource.";
  }

  /**
   * Needs two scopes, which are those of the only id that the contract reads.
   *
   * @param id what stands in the URI
   * @return some text
   */
  @RequiresScope(
      value = {READ, "mcp:conformance:resources:template:123"},
      resource = TEMPLATE)
  public String templateData(String id) {
    return "This is the data of " + id + ".";
  }
}
