// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.McpAuthConfigNames;

/**
 * One configuration key, four places: the constant, the list of keys with their defaults, the
 * documentation, and the reader that reports a fault under the key's own name.
 */
class ConfigurationKeyTest {

  private static final Path DOCUMENTATION = Path.of("..", "docs", "configuration.md");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+?) \\| (.+) \\|");

  /** Names, values of {@code aud} and the like: no text is wrong. */
  private static final Set<String> ANYTHING_GOES =
      Set.of(
          McpAuthConfigNames.AUDIENCES,
          McpAuthConfigNames.ANONYMOUS_TOOLS,
          McpAuthConfigNames.ANONYMOUS_PROMPTS,
          McpAuthConfigNames.ANONYMOUS_RESOURCES,
          McpAuthConfigNames.ANONYMOUS_METHODS);

  static Stream<String> keysThatCanBeWrong() {
    return ConfigurationKey.ALL.stream()
        .map(ConfigurationKey::name)
        .filter(name -> !ANYTHING_GOES.contains(name));
  }

  private static List<String> constants() throws IllegalAccessException {
    List<String> values = new ArrayList<>();
    for (Field field : McpAuthConfigNames.class.getDeclaredFields()) {
      if (!field.isSynthetic()) {
        values.add((String) field.get(null));
      }
    }
    return values;
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(DOCUMENTATION).stream()
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  /** The default, as the documentation shows it. */
  private static String shown(ConfigurationKey key) {
    if (!key.defaultValue().isEmpty()) {
      return "`" + key.defaultValue() + "`";
    }
    return switch (key.name()) {
      case McpAuthConfigNames.RESOURCE, McpAuthConfigNames.AUTHORIZATION_SERVERS -> "required";
      case McpAuthConfigNames.AUDIENCES,
          McpAuthConfigNames.PATH,
          McpAuthConfigNames.RESOURCE_METADATA_URL,
          McpAuthConfigNames.ALLOWED_ORIGINS,
          McpAuthConfigNames.ALLOWED_HOSTS ->
          "derived";
      default -> "none";
    };
  }

  @Test
  void allWhenComparedWithTheConstantsThenSameKeys() throws IllegalAccessException {
    assertThat(ConfigurationKey.ALL)
        .extracting(ConfigurationKey::name)
        .containsExactlyInAnyOrderElementsOf(constants());
  }

  @Test
  void documentationWhenComparedThenOneRowPerKeyWithItsDefault() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    ConfigurationKey.ALL.forEach(key -> expected.put(key.name(), shown(key)));
    Map<String, String> documented = new TreeMap<>();
    for (String row : rows()) {
      var matcher = ROW.matcher(row);
      assertThat(matcher.matches()).as("| `key` | default | meaning | in %s", row).isTrue();
      assertThat(documented.put(matcher.group(1), matcher.group(2)))
          .as("a second row for %s", matcher.group(1))
          .isNull();
    }

    assertThat(documented).isEqualTo(expected);
  }

  @Test
  void documentationWhenComparedThenRowsHaveTheOrderOfTheKeys() throws IOException {
    assertThat(rows())
        .extracting(row -> row.substring(3, row.indexOf('`', 3)))
        .containsExactlyElementsOf(
            ConfigurationKey.ALL.stream().map(ConfigurationKey::name).toList());
  }

  @Test
  void defaultWhenWrittenIntoTheConfigurationThenNothingChanges() {
    MapSettingsSource source = MapSettingsSource.minimal();
    for (ConfigurationKey key : ConfigurationKey.ALL) {
      if (!key.defaultValue().isEmpty()) {
        source = source.with(key.name(), key.defaultValue());
      }
    }

    assertThat(source.read()).isEqualTo(MapSettingsSource.minimal().read());
  }

  @ParameterizedTest
  @MethodSource("keysThatCanBeWrong")
  void readWhenValueIsWrongThenReportsItUnderTheKeysName(String key) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MapSettingsSource.minimal().with(key, "\"wrong\"")::read)
        .withMessageMatching(
            "MCPAUTH-100[0-9]: "
                + Pattern.quote(key)
                + "(: | is not set: ).+(a good value is|for example) .+");
  }

  @Test
  void readWhenAnyValueIsFineThenAccepts() {
    MapSettingsSource source = MapSettingsSource.minimal();
    for (String key : ANYTHING_GOES) {
      source = source.with(key, "\"right\"");
    }

    assertThat(source.readIssuer().audiences()).containsExactly("\"right\"");
  }
}
