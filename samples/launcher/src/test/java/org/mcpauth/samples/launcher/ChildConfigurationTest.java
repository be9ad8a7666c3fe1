// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildConfigurationTest {

  private static final URI ENDPOINT = URI.create("http://localhost:8080/mcp");
  private static final URI ISSUER = URI.create("http://localhost:9090");

  @Test
  void ofWhenNothingConfiguredThenFollowsFromPorts() {
    ChildConfiguration configuration = configuration(Map.of(), Map.of());
    assertThat(configuration.systemProperties())
        .isEqualTo(
            Map.of(
                "mcp.auth.resource",
                "http://localhost:8080/mcp",
                "mcp.auth.authorization-servers",
                "http://localhost:9090"));
    assertThat(configuration.resource()).isEqualTo("http://localhost:8080/mcp");
  }

  @Test
  void ofWhenUserSetsPropertiesThenPassesThemThroughAndNoOthers() {
    ChildConfiguration configuration =
        configuration(
            Map.of(
                "mcp.auth.resource", "https://api.example/mcp",
                "mcp.auth.scopes", "a,b",
                "mp.jwt.verify.issuer", "x",
                "http.port", "1",
                "user.home", "/"),
            Map.of());
    assertThat(configuration.systemProperties())
        .isEqualTo(
            Map.of(
                "mcp.auth.resource", "https://api.example/mcp",
                "mcp.auth.authorization-servers", "http://localhost:9090",
                "mcp.auth.scopes", "a,b",
                "mp.jwt.verify.issuer", "x"));
    assertThat(configuration.resource()).isEqualTo("https://api.example/mcp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MCP_AUTH_RESOURCE", "mcp_auth_resource", "mcp.auth.resource"})
  void ofWhenEnvironmentHasResourceThenSetsNoProperty(String name) {
    ChildConfiguration configuration =
        configuration(Map.of(), Map.of(name, "https://api.example/mcp"));
    assertThat(configuration.systemProperties()).doesNotContainKey("mcp.auth.resource");
    assertThat(configuration.resource()).isEqualTo("https://api.example/mcp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MCP_AUTH_AUTHORIZATION_SERVERS",
        "mcp_auth_authorization_servers",
        "mcp.auth.authorization-servers"
      })
  void ofWhenEnvironmentHasAuthorizationServersThenSetsNoProperty(String name) {
    assertThat(configuration(Map.of(), Map.of(name, "https://issuer.example")).systemProperties())
        .doesNotContainKey("mcp.auth.authorization-servers");
  }

  @Test
  void ofWhenPropertyAndEnvironmentHaveResourceThenPropertyWins() {
    ChildConfiguration configuration =
        configuration(
            Map.of("mcp.auth.resource", "https://property.example/mcp"),
            Map.of("MCP_AUTH_RESOURCE", "https://environment.example/mcp"));
    assertThat(configuration.resource()).isEqualTo("https://property.example/mcp");
  }

  @Test
  void ofWhenThereIsACompanionThenTheUserStillWins() {
    Map<String, String> companion = Map.of("mcp.auth.a", "companion", "mcp.auth.b", "companion");
    ChildConfiguration configuration =
        configuration(companion, Map.of("mcp.auth.b", "user"), Map.of());
    assertThat(configuration.systemProperties())
        .containsEntry("mcp.auth.a", "companion")
        .containsEntry("mcp.auth.b", "user");
  }

  private static ChildConfiguration configuration(
      Map<String, String> properties, Map<String, String> environment) {
    return configuration(Map.of(), properties, environment);
  }

  private static ChildConfiguration configuration(
      Map<String, String> companion,
      Map<String, String> properties,
      Map<String, String> environment) {
    return ChildConfiguration.of(ENDPOINT, ISSUER, companion, properties, environment);
  }
}
