// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Set;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.spi.MetadataContributor;

/**
 * The metadata document of RFC 9728 §2. Members without a value are left out, as §3.2 wants it.
 *
 * @param json the document
 */
public record ProtectedResourceMetadata(String json) {

  private static final Set<String> OWN_MEMBERS =
      Set.of("resource", "authorization_servers", "scopes_supported", "bearer_methods_supported");

  /**
   * Writes the document.
   *
   * @param settings the settings of the resource
   * @param contributors who adds members
   * @param provider writes JSON
   * @return the document
   * @throws ConfigurationException if a contributor sets a member that is not its to set
   */
  public static ProtectedResourceMetadata of(
      McpAuthSettings settings,
      Collection<? extends MetadataContributor> contributors,
      JsonProvider provider) {
    JsonObjectBuilder document = provider.createObjectBuilder();
    document.add("resource", settings.resource().toString());
    document.add(
        "authorization_servers", provider.createArrayBuilder(settings.authorizationServers()));
    if (!settings.scopes().isEmpty()) {
      document.add("scopes_supported", provider.createArrayBuilder(settings.scopes().asSet()));
    }
    document.add("bearer_methods_supported", provider.createArrayBuilder().add("header"));
    for (MetadataContributor contributor : contributors) {
      addMembers(document, contributor);
    }
    return new ProtectedResourceMetadata(document.build().toString());
  }

  private static void addMembers(JsonObjectBuilder document, MetadataContributor contributor) {
    JsonObject members = contributor.members();
    for (String name : members.keySet()) {
      if (OWN_MEMBERS.contains(name)) {
        throw new ConfigurationException(
            Message.CONTRIBUTOR_OVERRIDES.with(contributor.getClass().getName(), name));
      }
    }
    members.forEach(
        (name, value) -> {
          if (!JsonValue.EMPTY_JSON_ARRAY.equals(value)) {
            document.add(name, value);
          }
        });
  }
}
