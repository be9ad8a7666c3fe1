// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import org.mcpauth.internal.issuer.TestIssuer;

/** Settings as an application would write them. */
public final class TestSettings {

  public static final String RESOURCE = "https://mcp.example.com/mcp";

  private TestSettings() {}

  /** The two keys that have to be set, and then others: name, value, name, value. */
  public static McpAuthSettings of(String... namesAndValues) {
    MapSettingsSource source =
        MapSettingsSource.empty()
            .with("mcp.auth.resource", RESOURCE)
            .with("mcp.auth.authorization-servers", TestIssuer.ISSUER);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      source = source.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return source.read();
  }
}
