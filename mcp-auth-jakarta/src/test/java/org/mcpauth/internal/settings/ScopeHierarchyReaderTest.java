// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.Scopes;

/** SCOPE-6: the configured part of the scope hierarchy. */
class ScopeHierarchyReaderTest {

  private static final String PREFIX = "mcp.auth.scope-hierarchy.";
  private static final Map<String, Scopes> ADMIN =
      Map.of("notes:admin", Scopes.of("notes:read", "notes:write"));

  private static Map<String, Scopes> read(String key, String value) {
    return MapSettingsSource.minimal().with(key, value).read().scopeHierarchy();
  }

  /** As a config source of a properties file would give them. */
  private static Map<String, Scopes> readProperties(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    MapSettingsSource source = MapSettingsSource.minimal();
    for (String name : properties.stringPropertyNames()) {
      source = source.with(name, properties.getProperty(name));
    }
    return source.read().scopeHierarchy();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"notes:admin\"", "notes:admin"})
  void readWhenKeyHoldsScopeThenItImpliesTheListedOnes(String scope) {
    assertThat(read(PREFIX + scope, "notes:read, notes:write")).isEqualTo(ADMIN);
  }

  @Test
  void readWhenScopeIsUrlThenAccepts() {
    assertThat(read(PREFIX + "\"https://api.example.com/auth/notes\"", "notes:read"))
        .isEqualTo(Map.of("https://api.example.com/auth/notes", Scopes.of("notes:read")));
  }

  @Test
  void readWhenNothingIsImpliedThenAccepts() {
    assertThat(read(PREFIX + "\"notes:read\"", "")).isEqualTo(Map.of("notes:read", Scopes.none()));
  }

  @Test
  void readWhenColonEndedTheKeyThenPutsItTogetherAgain() {
    assertThat(read(PREFIX + "\"notes", "admin\"=notes:read,notes:write")).isEqualTo(ADMIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp.auth.scope-hierarchy.\"notes\\:admin\"=notes:read,notes:write",
        "mcp.auth.scope-hierarchy.\"notes\\:admin\" = notes:read, notes:write",
        "mcp.auth.scope-hierarchy.\"notes:admin\"=notes:read,notes:write",
        "mcp.auth.scope-hierarchy.\"notes:admin\" = notes:read, notes:write",
        "mcp.auth.scope-hierarchy.\"notes:admin\": notes:read, notes:write"
      })
  void readWhenPropertiesFileIsLoadedThenUnderstandsBothForms(String line) throws IOException {
    assertThat(readProperties(line)).isEqualTo(ADMIN);
  }

  @Test
  void readWhenPropertiesFileHasScopesWithSeveralColonsThenUnderstandsThem() throws IOException {
    assertThat(readProperties("mcp.auth.scope-hierarchy.\"urn:x:admin\"=urn:x:read"))
        .isEqualTo(Map.of("urn:x:admin", Scopes.of("urn:x:read")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"", "\"\"", "\"notes", "notes\"", "\"a b\"", "\"a\"b\"", "a\\b"})
  void readWhenKeyHoldsNoScopeThenShowsGoodOne(String scope) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(PREFIX + scope, "notes:read"))
        .withMessage(
            "MCPAUTH-1004: "
                + PREFIX
                + scope
                + ": after the prefix comes one scope in double quotes, for example"
                + " mcp.auth.scope-hierarchy.\"notes\\:admin\"=notes:read,notes:write");
  }

  /** The prefix alone says nothing about any scope: it must not look as if it did. */
  @Test
  void readWhenKeyIsThePrefixAloneThenRefuses() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read("mcp.auth.scope-hierarchy", "notes:admin=notes:read"))
        .withMessage(
            "MCPAUTH-1004: mcp.auth.scope-hierarchy: after the prefix comes one scope in double"
                + " quotes, for example"
                + " mcp.auth.scope-hierarchy.\"notes\\:admin\"=notes:read,notes:write");
  }

  @Test
  void readWhenImpliedIsNoScopeThenNamesTheKey() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(PREFIX + "\"admin\"", "notes read"))
        .withMessage(
            "MCPAUTH-1002: mcp.auth.scope-hierarchy.\"admin\": the value 'notes read' is not a"
                + " scope-token of RFC 6749 §3.3; a good value is notes:read,notes:write");
  }

  @Test
  void readWhenScopeImpliesItselfThenRefuses() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(PREFIX + "\"a\"", "b,a"))
        .withMessage(
            "MCPAUTH-1003: mcp.auth.scope-hierarchy.\"a\": the scope 'a' implies itself through a;"
                + " remove one of these lines");
  }

  @Test
  void readWhenThereIsCycleThenNamesEveryScopeOfIt() {
    MapSettingsSource source =
        MapSettingsSource.minimal()
            .with(PREFIX + "a", "b")
            .with(PREFIX + "b", "x,c")
            .with(PREFIX + "c", "a")
            .with(PREFIX + "d", "a");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source::read)
        .withMessage(
            String.join(
                System.lineSeparator(),
                "MCPAUTH-1099: the configuration has 3 fault(s):",
                "MCPAUTH-1003: mcp.auth.scope-hierarchy.\"a\": the scope 'a' implies itself through"
                    + " c; remove one of these lines",
                "MCPAUTH-1003: mcp.auth.scope-hierarchy.\"b\": the scope 'b' implies itself through"
                    + " a; remove one of these lines",
                "MCPAUTH-1003: mcp.auth.scope-hierarchy.\"c\": the scope 'c' implies itself through"
                    + " b; remove one of these lines"));
  }

  @Test
  void readWhenTwoWaysLeadToOneScopeThenItIsNoCycle() {
    MapSettingsSource source =
        MapSettingsSource.minimal()
            .with(PREFIX + "a", "b,c")
            .with(PREFIX + "b", "d")
            .with(PREFIX + "c", "d");

    assertThat(source.read().scopeHierarchy()).hasSize(3);
  }
}
