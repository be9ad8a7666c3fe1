// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.internal.issuer.TestIssuer;

/** Settings as an application would write them. */
public final class TestSettings {

  public static final String RESOURCE = "https://mcp.example.com/mcp";

  private TestSettings() {}

  /** The two keys that have to be set, and then others: name, value, name, value. */
  public static McpAuthSettings of(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("mcp.auth.resource", RESOURCE);
    values.put("mcp.auth.authorization-servers", TestIssuer.ISSUER);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return SettingsReader.read(
        new SettingsSource() {
          @Override
          public Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
          }

          @Override
          public Iterable<String> names() {
            return values.keySet();
          }
        });
  }
}
