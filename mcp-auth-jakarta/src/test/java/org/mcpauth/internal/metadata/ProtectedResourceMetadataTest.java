// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.MapSettingsSource;
import org.mcpauth.spi.MetadataContributor;

class ProtectedResourceMetadataTest {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static String document(MapSettingsSource source, MetadataContributor... contributors) {
    return ProtectedResourceMetadata.of(
            source.readResource(), Scopes.none(), List.of(contributors), Optional.empty(), JSON)
        .json();
  }

  private static JsonObject member(String name, JsonValue value) {
    return JSON.createObjectBuilder().add(name, value).build();
  }

  /** PRM-2; RFC 9728 §3.2: what has no value is left out. */
  @Test
  void ofWhenNothingElseIsConfiguredThenHasNoEmptyMembers() {
    assertThat(document(MapSettingsSource.minimal()))
        .isEqualTo(
            "{\"resource\":\"https://api.example.com/mcp\","
                + "\"authorization_servers\":[\"https://issuer.example.com\"],"
                + "\"bearer_methods_supported\":[\"header\"]}");
  }

  /** PRM-4: the scopes of basic use, in their order. */
  @Test
  void ofWhenScopesAndSeveralIssuersThenListsThem() {
    MapSettingsSource source =
        MapSettingsSource.minimal()
            .with(
                McpAuthConfigNames.AUTHORIZATION_SERVERS,
                "https://b.example.com,https://a.example.com/")
            .with(McpAuthConfigNames.SCOPES, "notes:write,notes:read");

    assertThat(document(source))
        .isEqualTo(
            "{\"resource\":\"https://api.example.com/mcp\","
                + "\"authorization_servers\":[\"https://b.example.com\",\"https://a.example.com/\"],"
                + "\"scopes_supported\":[\"notes:write\",\"notes:read\"],"
                + "\"bearer_methods_supported\":[\"header\"]}");
  }

  /** RFC 9728 §3.3: the identifier code point by code point as it was configured. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/mcp/",
        "https://api.example.com",
        "HTTPS://API.example.com/%6Dcp"
      })
  void ofWhenResourceIsUnusualThenDoesNotChangeIt(String resource) {
    assertThat(document(MapSettingsSource.minimal().with(McpAuthConfigNames.RESOURCE, resource)))
        .startsWith("{\"resource\":\"" + resource + "\",");
  }

  @Test
  void ofWhenContributorsAddMembersThenTheyFollow() {
    assertThat(
            document(
                MapSettingsSource.minimal(),
                () -> member("example_name", JSON.createValue("Notes")),
                () -> member("example_flag", JsonValue.FALSE)))
        .endsWith(
            "\"bearer_methods_supported\":[\"header\"],\"example_name\":\"Notes\","
                + "\"example_flag\":false}");
  }

  /** RFC 9728 §3.2. */
  @Test
  void ofWhenContributorAddsEmptyArrayThenLeavesItOut() {
    assertThat(
            document(
                MapSettingsSource.minimal(),
                () -> member("example_types", JsonValue.EMPTY_JSON_ARRAY)))
        .doesNotContain("example_types");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource",
        "authorization_servers",
        "scopes_supported",
        "bearer_methods_supported",
        "resource#de",
        "dpop_bound_access_tokens_required",
        "signed_metadata"
      })
  void ofWhenContributorSetsWhatIsNotItsToSetThenRefuses(String name) {
    MetadataContributor contributor = new Overriding(name);

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> document(MapSettingsSource.minimal(), contributor))
        .withMessage(
            "MCPAUTH-3001: "
                + Overriding.class.getName()
                + ": a MetadataContributor must not set the member '"
                + name
                + "', the library writes it itself");
  }

  /** RFC 9728 §2: every member that can be set. */
  @Test
  void ofWhenEverythingIsConfiguredThenEveryMember() {
    MapSettingsSource source =
        MapSettingsSource.minimal()
            .with("mcp.auth.scopes", "read")
            .with("mcp.auth.scope-prefix", "api://notes/")
            .with("mcp.auth.metadata.scopes-supported", "operations")
            .with("mcp.auth.metadata.resource-name", "Notes")
            .with("mcp.auth.metadata.resource-name#de", "Notizen")
            .with("mcp.auth.metadata.resource-documentation", "https://api.example.com/docs?a=b")
            .with("mcp.auth.metadata.resource-policy-uri", "https://api.example.com/policy")
            .with("mcp.auth.metadata.resource-tos-uri", "https://api.example.com/tos")
            .with("mcp.auth.metadata.jwks-uri", "https://api.example.com/jwks")
            .with("mcp.auth.metadata.resource-signing-alg-values-supported", "ES256")
            .with("mcp.auth.metadata.authorization-details-types-supported", "payment")
            .with("mcp.auth.dpop", "required")
            .with("mcp.auth.dpop.algorithms", "ES256,EdDSA")
            .with("mcp.auth.mtls", "supported");

    assertThat(
            ProtectedResourceMetadata.of(
                    source.readResource(),
                    Scopes.of("read", "write"),
                    List.of(),
                    Optional.of(members -> "signed:" + members.size()),
                    JSON)
                .json())
        .isEqualTo(
            "{\"resource\":\"https://api.example.com/mcp\","
                + "\"authorization_servers\":[\"https://issuer.example.com\"],"
                + "\"jwks_uri\":\"https://api.example.com/jwks\","
                + "\"scopes_supported\":[\"api://notes/read\",\"api://notes/write\"],"
                + "\"resource_signing_alg_values_supported\":[\"ES256\"],"
                + "\"resource_documentation\":\"https://api.example.com/docs?a=b\","
                + "\"resource_name\":\"Notes\","
                + "\"resource_name#de\":\"Notizen\","
                + "\"resource_policy_uri\":\"https://api.example.com/policy\","
                + "\"resource_tos_uri\":\"https://api.example.com/tos\","
                + "\"authorization_details_types_supported\":[\"payment\"],"
                + "\"tls_client_certificate_bound_access_tokens\":true,"
                + "\"dpop_signing_alg_values_supported\":[\"ES256\",\"EdDSA\"],"
                + "\"dpop_bound_access_tokens_required\":true,"
                + "\"signed_metadata\":\"signed:14\"}");
  }

  private record Overriding(String name) implements MetadataContributor {
    @Override
    public JsonObject members() {
      return member(name, JSON.createValue("https://evil.example.com"));
    }
  }
}
