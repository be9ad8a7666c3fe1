// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpauth.McpAuthConfigNames;

/** Settings from a map. Immutable. */
public final class MapSettingsSource implements SettingsSource {

  private final Map<String, String> values;

  private MapSettingsSource(Map<String, String> values) {
    this.values = values;
  }

  public static MapSettingsSource empty() {
    return new MapSettingsSource(Map.of());
  }

  /** The two keys that are enough. */
  public static MapSettingsSource minimal() {
    return empty()
        .with(McpAuthConfigNames.RESOURCE, "https://api.example.com/mcp")
        .with(McpAuthConfigNames.AUTHORIZATION_SERVERS, "https://issuer.example.com");
  }

  public MapSettingsSource with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new MapSettingsSource(more);
  }

  public McpAuthSettings read() {
    return SettingsReader.read(this);
  }

  /** The first resource of those settings. */
  public ResourceSettings readResource() {
    return read().resources().get(0);
  }

  /** How the tokens of its first issuer are verified. */
  public IssuerSettings readIssuer() {
    return readResource().issuers().get(0);
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public Iterable<String> names() {
    return values.keySet();
  }
}
