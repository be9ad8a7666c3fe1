// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope.Match;
import org.mcpauth.Scopes;

class OperationsReaderTest {

  private static List<OperationSettings> read(String... namesAndValues) {
    return source(namesAndValues).read().operations().configured();
  }

  private static MapSettingsSource source(String... namesAndValues) {
    MapSettingsSource source = MapSettingsSource.minimal();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      source = source.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return source;
  }

  private static void assertFault(String message, String... namesAndValues) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(namesAndValues))
        .withMessage(message);
  }

  @Test
  void readWhenEverythingIsSaidThenAllOfIt() {
    assertThat(
            read(
                "mcp.auth.tools.\"a.b\".scopes", "x,y",
                "mcp.auth.tools.\"a.b\".scopes-match", "any",
                "mcp.auth.tools.\"a.b\".roles", "admin, editor",
                "mcp.auth.tools.\"a.b\".acr-values", "mfa,hardware",
                "mcp.auth.tools.\"a.b\".max-age", "300",
                "mcp.auth.tools.\"a.b\".policy", "authenticated"))
        .containsExactly(
            new OperationSettings(
                McpOperation.tool("a.b"),
                Optional.of(DefaultPolicy.AUTHENTICATED),
                Scopes.of("x", "y"),
                Match.ANY,
                Set.of("admin", "editor"),
                List.of("mfa", "hardware"),
                Optional.of(Duration.ofMinutes(5))));
  }

  @Test
  void readWhenNamedWithoutQuotesThenTheNameEndsAtTheDot() {
    assertThat(
            read(
                "mcp.auth.tools.add_note.scopes", "a",
                "mcp.auth.prompts.greet.scopes", "b",
                "mcp.auth.methods.tools/list.scopes", "c"))
        .extracting(OperationSettings::operation)
        .containsExactly(
            McpOperation.method("tools/list"),
            McpOperation.prompt("greet"),
            McpOperation.tool("add_note"));
  }

  /** In quotes it is a resource of MCP, without one of several protected resources. */
  @Test
  void readWhenResourceIsInQuotesThenItIsOneOfMcp() {
    assertThat(
            read(
                "mcp.auth.resources.\"notes://{id}\".scopes", "a",
                "mcp.auth.resources.admin.scopes", "b",
                "mcp.auth.resources.admin.resource", "https://api.example.com/admin"))
        .extracting(OperationSettings::operation)
        .containsExactly(McpOperation.resource("notes://{id}"));
  }

  @Test
  void readWhenPropertiesFileEndedTheKeyAtTheColonThenRefuses() {
    assertFault(
        "MCPAUTH-1009: mcp.auth.resources.\"notes: the name has no closing quote. In a properties"
            + " file a colon ends the key: write \\: instead of :, for example"
            + " mcp.auth.resources.\"notes\\://{id}\".scopes=notes:read",
        "mcp.auth.resources.\"notes",
        "//{id}\".scopes=a");
  }

  @Test
  void readWhenPermittedAndMoreIsRequiredThenRefuses() {
    assertFault(
        "MCPAUTH-1010: mcp.auth.tools.about.policy=permit: what is open to everybody cannot require"
            + " anything else; remove this key or the others for the same operation",
        "mcp.auth.tools.about.policy",
        "permit",
        "mcp.auth.tools.about.roles",
        "admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp.auth.tools.\"public_*\".policy",
        "mcp.auth.resources.\"notes://public/{id}\".policy"
      })
  void readWhenPatternIsPermittedThenRefuses(String key) {
    assertFault(
        "MCPAUTH-1011: "
            + key
            + "=permit: a pattern would open whatever it matches, also what is added later; name"
            + " each operation, for example mcp.auth.tools.\"search\".policy=permit",
        key,
        "permit");
  }

  @Test
  void readWhenValueIsWrongThenNamesTheKey() {
    assertFault(
        "MCPAUTH-1002: mcp.auth.tools.x.policy: the value 'open' is none of authenticated, deny,"
            + " permit; a good value is authenticated",
        "mcp.auth.tools.x.policy",
        "open");
    assertFault(
        "MCPAUTH-1002: mcp.auth.tools.x.acr-values: the value 'a b' has a space, a quote or a"
            + " backslash; a good value is urn:example:mfa",
        "mcp.auth.tools.x.acr-values",
        "a b");
  }

  @Test
  void isKnownWhenSuffixIsNoneThenUnknown() {
    assertThat(UnknownKeys.isKnown("mcp.auth.tools.\"x\".scopes")).isTrue();
    assertThat(UnknownKeys.isKnown("mcp.auth.tools.\"x\".scope")).isFalse();
    assertThat(UnknownKeys.isKnown("mcp.auth.tool.\"x\".scopes")).isFalse();
    assertThat(UnknownKeys.isKnown("mcp.auth.resources.\"notes://x\".scopes")).isTrue();
  }
}
