// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.MapSettingsSource;
import org.mcpauth.internal.settings.ResourceSettings;

/** PRM-1, PRM-3; RFC 9728 §3.1. */
class WellKnownLocationTest {

  private static final String SUFFIX = "/.well-known/oauth-protected-resource";

  private static ResourceSettings resource(String resource) {
    return MapSettingsSource.minimal().with(McpAuthConfigNames.RESOURCE, resource).readResource();
  }

  private static ResourceSettings resource(String resource, String path) {
    return MapSettingsSource.minimal()
        .with(McpAuthConfigNames.RESOURCE, resource)
        .with(McpAuthConfigNames.PATH, path)
        .readResource();
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/mcp,https://api.example.com/.well-known/oauth-protected-resource/mcp",
    "https://api.example.com/mcp/,https://api.example.com/.well-known/oauth-protected-resource/mcp",
    "https://api.example.com/a/mcp,https://api.example.com/.well-known/oauth-protected-resource/a/mcp",
    "https://api.example.com:8443/mcp,https://api.example.com:8443/.well-known/oauth-protected-resource/mcp",
    "https://api.example.com/,https://api.example.com/.well-known/oauth-protected-resource",
    "https://api.example.com,https://api.example.com/.well-known/oauth-protected-resource",
    "http://[::1]:8080/mcp,http://[::1]:8080/.well-known/oauth-protected-resource/mcp",
    "https://api.example.com/my%20mcp,https://api.example.com/.well-known/oauth-protected-resource/my%20mcp"
  })
  void ofWhenAtRootThenInsertsTheWellKnownPathAfterTheHost(String resource, String url) {
    assertThat(WellKnownLocation.of(resource(resource), true, "").url()).hasToString(url);
  }

  @Test
  void ofWhenAtRootThenServesBothForms() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/mcp"), true, "");

    assertThat(location.paths()).containsExactlyInAnyOrder(SUFFIX, SUFFIX + "/mcp");
    assertThat(location.isAt(SUFFIX)).isTrue();
    assertThat(location.isAt(SUFFIX + "/mcp")).isTrue();
    assertThat(location.isAt(SUFFIX + "/mcp/")).isTrue();
    assertThat(location.isAt(SUFFIX + "/mcp//")).isFalse();
    assertThat(location.isAt(SUFFIX + "/other")).isFalse();
    assertThat(location.isAt(SUFFIX + "/mcp/x")).isFalse();
    assertThat(location.isAt("/mcp")).isFalse();
  }

  @Test
  void ofWhenResourceHasNoPathThenServesOneForm() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com"), true, "");

    assertThat(location.paths()).containsExactly(SUFFIX);
  }

  @Test
  void ofWhenBelowContextThenServesAndNamesTheWellKnownPathBelowIt() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/app/mcp"), true, "/app");

    assertThat(location.url())
        .hasToString("https://api.example.com/app/.well-known/oauth-protected-resource/mcp");
    assertThat(location.paths())
        .containsExactlyInAnyOrder(
            "/app" + SUFFIX, "/app" + SUFFIX + "/mcp", "/app" + SUFFIX + "/app/mcp");
  }

  @Test
  void ofWhenEndpointIsTheContextItselfThenServesTheWellKnownPathBelowIt() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/app"), true, "/app");

    assertThat(location.url())
        .hasToString("https://api.example.com/app/.well-known/oauth-protected-resource");
    assertThat(location.paths())
        .containsExactlyInAnyOrder("/app" + SUFFIX, "/app" + SUFFIX + "/app");
  }

  /** A proxy maps {@code /} to {@code /app/}. */
  @Test
  void ofWhenProxyHidesTheContextThenNamesTheUrlThatItMaps() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/mcp", "/app/mcp"), true, "/app");

    assertThat(location.url())
        .hasToString("https://api.example.com/.well-known/oauth-protected-resource/mcp");
    assertThat(location.isAt("/app" + SUFFIX + "/mcp")).isTrue();
  }

  /** A proxy maps {@code /notes/} to {@code /app/}. */
  @Test
  void ofWhenProxyRenamesTheContextThenNamesTheUrlThatItMaps() {
    WellKnownLocation location =
        WellKnownLocation.of(
            resource("https://api.example.com/notes/mcp", "/app/mcp"), true, "/app");

    assertThat(location.url())
        .hasToString("https://api.example.com/notes/.well-known/oauth-protected-resource/mcp");
    assertThat(location.isAt("/app" + SUFFIX + "/mcp")).isTrue();
  }

  /** A proxy strips {@code /public}, but sends the well-known paths of the host through as is. */
  @Test
  void ofWhenProxyStripsPrefixThenServesTheUrlThatIsNamed() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/public/mcp", "/mcp"), true, "");

    assertThat(location.url())
        .hasToString("https://api.example.com/.well-known/oauth-protected-resource/public/mcp");
    assertThat(location.paths())
        .containsExactlyInAnyOrder(SUFFIX, SUFFIX + "/mcp", SUFFIX + "/public/mcp");
  }

  /** The whole application is protected, its endpoint is one path of it. */
  @Test
  void ofWhenEverythingAtRootIsProtectedThenServesTheUrlThatIsNamed() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/mcp", "/"), true, "");

    assertThat(location.url())
        .hasToString("https://api.example.com/.well-known/oauth-protected-resource/mcp");
    assertThat(location.paths()).containsExactlyInAnyOrder(SUFFIX, SUFFIX + "/mcp");
  }

  /** The whole application is protected, its endpoint is one path of it. */
  @Test
  void ofWhenEverythingBelowContextIsProtectedThenServesTheUrlThatIsNamed() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/app/mcp", "/app"), true, "/app");

    assertThat(location.url())
        .hasToString("https://api.example.com/app/.well-known/oauth-protected-resource/mcp");
    assertThat(location.isAt("/app" + SUFFIX + "/mcp")).isTrue();
  }

  /** A proxy maps {@code /notes} to {@code /app}, which is protected as a whole. */
  @Test
  void ofWhenProxyRenamesProtectedContextThenNamesTheUrlThatItMaps() {
    WellKnownLocation location =
        WellKnownLocation.of(resource("https://api.example.com/notes", "/app"), true, "/app");

    assertThat(location.url())
        .hasToString("https://api.example.com/notes/.well-known/oauth-protected-resource");
    assertThat(location.isAt("/app" + SUFFIX)).isTrue();
  }

  /** A proxy maps {@code /app/public} to {@code /app/mcp}. */
  @Test
  void ofWhenProxyRenamesTheEndpointThenServesTheUrlThatIsNamed() {
    WellKnownLocation location =
        WellKnownLocation.of(
            resource("https://api.example.com/app/public", "/app/mcp"), true, "/app");

    assertThat(location.url())
        .hasToString("https://api.example.com/app/.well-known/oauth-protected-resource/public");
    assertThat(location.isAt("/app" + SUFFIX + "/public")).isTrue();
  }

  /** Requests come with a decoded path, URLs are written as they are configured. */
  @Test
  void ofWhenPathIsEncodedThenServesTheDecodedOne() {
    WellKnownLocation location =
        WellKnownLocation.of(
            resource("https://api.example.com/app/my%20mcp%2Fx", "/app/my mcp/x"), true, "/app");

    assertThat(location.url())
        .hasToString(
            "https://api.example.com/app/.well-known/oauth-protected-resource/my%20mcp%2Fx");
    assertThat(location.isAt("/app" + SUFFIX + "/my mcp/x")).isTrue();
  }

  @Test
  void ofWhenUrlIsConfiguredThenNamesIt() {
    ResourceSettings settings =
        MapSettingsSource.minimal()
            .with(McpAuthConfigNames.RESOURCE_METADATA_URL, "https://meta.example.com/notes")
            .readResource();

    WellKnownLocation location = WellKnownLocation.of(settings, true, "");

    assertThat(location.url()).hasToString("https://meta.example.com/notes");
    assertThat(location.paths()).containsExactlyInAnyOrder(SUFFIX, SUFFIX + "/mcp");
  }

  @ParameterizedTest
  @CsvSource({"/app", "/m", "/mcp2", "/mcp/x"})
  void ofWhenPathIsOutsideOfTheContextThenRefuses(String contextPath) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> WellKnownLocation.of(resource("https://api.example.com/mcp"), true, contextPath))
        .withMessage(
            "MCPAUTH-3002: mcp.auth.path: '/mcp' is not below this application's context path '"
                + contextPath
                + "', so nothing would be protected; set mcp.auth.path to the path of the MCP"
                + " endpoint on this server, for example "
                + contextPath
                + "/mcp");
  }
}
