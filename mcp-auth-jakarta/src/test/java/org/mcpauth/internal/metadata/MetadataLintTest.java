// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.MapSettingsSource;

class MetadataLintTest {

  private static final Scopes OPERATIONS = Scopes.of("notes:read", "notes:write", "notes:admin");
  private static final MapSettingsSource MINIMAL = MapSettingsSource.minimal();

  private static List<String> numbers(MapSettingsSource source) {
    return MetadataLint.warnings(source.readResource(), OPERATIONS, UnaryOperator.identity())
        .stream()
        .map(warning -> warning.substring(0, "MCPAUTH-0000".length()))
        .toList();
  }

  @Test
  void warningsWhenNothingIsOddThenNone() {
    assertThat(numbers(MINIMAL)).isEmpty();
    assertThat(numbers(MINIMAL.with("mcp.auth.scopes", "notes:read"))).isEmpty();
  }

  /** PRM-5. */
  @Test
  void warningsWhenOfflineAccessIsAdvertisedThen3101() {
    assertThat(numbers(MINIMAL.with("mcp.auth.scopes", "notes:read,offline_access")))
        .containsExactly("MCPAUTH-3101");
  }

  /** PRM-4. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes:write",
        "notes:admin",
        "write",
        "Notes.ReadWrite.All",
        "files_delete",
        "notes:*"
      })
  void warningsWhenBaselineAllowsToChangeThingsThen3102(String scope) {
    assertThat(numbers(MINIMAL.with("mcp.auth.scopes", scope))).contains("MCPAUTH-3102");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes:read", "overwritten", "fullname", "installments"})
  void warningsWhenBaselineOnlyReadsThenNot3102(String scope) {
    assertThat(numbers(MINIMAL.with("mcp.auth.scopes", scope))).doesNotContain("MCPAUTH-3102");
  }

  @Test
  void warningsWhenHttpThen3103() {
    assertThat(
            numbers(
                MINIMAL
                    .with("mcp.auth.insecure.allow-http-issuer", "true")
                    .with("mcp.auth.authorization-servers", "http://issuer.example.com")))
        .containsExactly("MCPAUTH-3103");
    assertThat(numbers(MINIMAL.with("mcp.auth.authorization-servers", "http://localhost:9090")))
        .isEmpty();
  }

  /** PRM-6. */
  @Test
  void warningsWhenResourceEndsWithSlashThen3104() {
    assertThat(numbers(MINIMAL.with("mcp.auth.resource", "https://api.example.com/mcp/")))
        .containsExactly("MCPAUTH-3104");
  }

  @Test
  void warningsWhenIssuersShareKeysThen3105() {
    MapSettingsSource shared =
        MINIMAL
            .with("mcp.auth.authorization-servers", "https://a.example.com,https://b.example.com")
            .with("mcp.auth.jwt.jwks-uri", "https://a.example.com/jwks");

    assertThat(numbers(shared)).containsExactly("MCPAUTH-3105");
  }

  @Test
  void warningsWhenNoOperationNeedsAScopeThen3106() {
    assertThat(numbers(MINIMAL.with("mcp.auth.scopes", "profile"))).containsExactly("MCPAUTH-3106");
    assertThat(
            MetadataLint.warnings(
                MINIMAL.with("mcp.auth.scopes", "profile").readResource(),
                OPERATIONS,
                scopes -> scopes.union(Scopes.of("notes:read"))))
        .isEmpty();
  }
}
