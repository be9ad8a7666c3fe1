// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

/** In front of what the library under test stands. */
public enum Binding {
  /** A servlet is the MCP endpoint, and there is no JAX-RS. */
  SERVLET("servlet"),
  /** A JAX-RS resource is the MCP endpoint. */
  JAX_RS("jax-rs");

  private final String profile;

  Binding(String profile) {
    this.profile = profile;
  }

  /**
   * The name of the profile in reports.
   *
   * @return lower case
   */
  public String profile() {
    return profile;
  }
}
