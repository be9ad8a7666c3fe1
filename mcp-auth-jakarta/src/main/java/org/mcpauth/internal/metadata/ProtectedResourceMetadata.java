// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;
import org.mcpauth.spi.MetadataContributor;

/**
 * The metadata document of RFC 9728 §2. Members without a value are left out, as §3.2 wants it.
 *
 * @param json the document
 * @param entityTag its {@code ETag} (RFC 9110 §8.8.3)
 */
public record ProtectedResourceMetadata(String json, String entityTag) {

  /** What only the settings can say. */
  private static final Set<String> OWN_MEMBERS =
      Set.of(
          "resource",
          "authorization_servers",
          "scopes_supported",
          "bearer_methods_supported",
          "tls_client_certificate_bound_access_tokens",
          "dpop_signing_alg_values_supported",
          "dpop_bound_access_tokens_required",
          "signed_metadata");

  /**
   * Writes the document.
   *
   * @param settings the settings of the resource
   * @param operationScopes the scopes that operations require, named if the settings say so
   * @param contributors who adds members
   * @param signer makes the JWT of {@code signed_metadata} of the members, if there is a key
   * @param provider writes JSON
   * @return the document
   * @throws ConfigurationException if a contributor sets a member that is not its to set
   */
  public static ProtectedResourceMetadata of(
      ResourceSettings settings,
      Scopes operationScopes,
      Collection<? extends MetadataContributor> contributors,
      Optional<Function<JsonObject, String>> signer,
      JsonProvider provider) {
    JsonObjectBuilder configured = provider.createObjectBuilder();
    new Members(configured, settings, provider).add(operationScopes);
    JsonObject plain = configured.build();
    for (MetadataContributor contributor : contributors) {
      plain = contributed(plain, contributor, provider);
    }
    JsonObject all = plain;
    String json = signer.map(sign -> signed(all, sign.apply(all), provider)).orElse(all).toString();
    return new ProtectedResourceMetadata(json, EntityTag.of(json));
  }

  /** The members that the settings decide about. */
  private record Members(
      JsonObjectBuilder document, ResourceSettings settings, JsonProvider provider) {

    void add(Scopes operationScopes) {
      ResourceSettings.Metadata metadata = settings.metadata();
      document.add("resource", settings.resource().toString());
      array("authorization_servers", settings.authorizationServers());
      if (metadata.jwksUri() != null) {
        document.add("jwks_uri", metadata.jwksUri().toString());
      }
      Scopes scopes =
          metadata.allOperations() ? settings.scopes().union(operationScopes) : settings.scopes();
      array("scopes_supported", settings.published(scopes).asSet());
      if (settings.dpop().constraint() != SenderConstraint.REQUIRED) {
        array("bearer_methods_supported", Set.of("header"));
      }
      array("resource_signing_alg_values_supported", metadata.signingAlgorithms());
      new TreeMap<>(metadata.texts()).forEach(document::add);
      array("authorization_details_types_supported", metadata.authorizationDetailsTypes());
      addSenderConstraints();
    }

    private void addSenderConstraints() {
      if (settings.mtls().constraint() != SenderConstraint.OFF) {
        document.add("tls_client_certificate_bound_access_tokens", true);
      }
      if (settings.dpop().constraint() != SenderConstraint.OFF) {
        array("dpop_signing_alg_values_supported", settings.dpop().algorithms());
      }
      if (settings.dpop().constraint() == SenderConstraint.REQUIRED) {
        document.add("dpop_bound_access_tokens_required", true);
      }
    }

    private void array(String name, Collection<String> values) {
      if (!values.isEmpty()) {
        JsonArrayBuilder array = provider.createArrayBuilder();
        values.forEach(array::add);
        JsonArray built = array.build();
        document.add(name, built);
      }
    }
  }

  private static JsonObject signed(JsonObject plain, String jwt, JsonProvider provider) {
    return provider.createObjectBuilder(plain).add("signed_metadata", jwt).build();
  }

  private static JsonObject contributed(
      JsonObject document, MetadataContributor contributor, JsonProvider provider) {
    JsonObject members = contributor.members();
    JsonObjectBuilder more = provider.createObjectBuilder(document);
    members.forEach(
        (name, value) -> {
          if (OWN_MEMBERS.contains(name.split("#", 2)[0]) || document.containsKey(name)) {
            throw new ConfigurationException(
                Message.CONTRIBUTOR_OVERRIDES.with(contributor.getClass().getName(), name));
          }
          if (!JsonValue.EMPTY_JSON_ARRAY.equals(value)) {
            more.add(name, value);
          }
        });
    return more.build();
  }
}
