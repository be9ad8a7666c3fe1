// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  /** Names, values of {@code aud} and the like: no text is wrong. */
  private static final Set<String> ANYTHING_GOES =
      Set.of(
          McpAuthConfigNames.AUDIENCES,
          McpAuthConfigNames.METADATA_RESOURCE_NAME,
          McpAuthConfigNames.TOOL_ERROR_CLIENTS,
          McpAuthConfigNames.METADATA_SIGNING_ALGORITHMS,
          McpAuthConfigNames.METADATA_AUTHORIZATION_DETAILS,
          McpAuthConfigNames.CLAIMS_SCOPES,
          McpAuthConfigNames.CLAIMS_ROLES,
          McpAuthConfigNames.CLAIMS_AUDIENCE,
          McpAuthConfigNames.CLAIMS_SUBJECT,
          McpAuthConfigNames.CLAIMS_CLIENT_ID,
          McpAuthConfigNames.VALIDATION_ENDPOINT_CLAIMS,
          // What these hold is found out when it is used for the first time, at the start.
          McpAuthConfigNames.METADATA_SIGNING_KEY,
          McpAuthConfigNames.JWT_DECRYPTION_KEY,
          McpAuthConfigNames.CLIENT_SECRET,
          McpAuthConfigNames.CLIENT_PRIVATE_KEY,
          McpAuthConfigNames.CLIENT_TOKEN,
          McpAuthConfigNames.CLIENT_ID,
          McpAuthConfigNames.TOKEN_EXCHANGE_ACTOR_TOKEN,
          McpAuthConfigNames.HTTP_PRIVATE_HOSTS,
          McpAuthConfigNames.VALIDATION_ENDPOINT_TOKEN_PARAMETER,
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

  @Test
  void allWhenComparedWithTheConstantsThenSameKeys() throws IllegalAccessException {
    assertThat(ConfigurationKey.ALL)
        .extracting(ConfigurationKey::name)
        .containsExactlyInAnyOrderElementsOf(constants());
  }

  /** The page is made of the constants; with the property it is written anew. */
  @Test
  void documentationWhenComparedThenTheTableIsThatOfTheConstants() throws IOException {
    String expected = ConfigurationTable.page();
    if ("write".equals(System.getProperty("configuration.table"))) {
      Files.writeString(ConfigurationTable.PAGE, expected);
    }

    assertThat(Files.readString(ConfigurationTable.PAGE)).isEqualTo(expected);
  }

  @Test
  void documentationWhenMadeThenEveryKeySaysWhatItMeans() throws IOException {
    String page = ConfigurationTable.page();

    assertThat(ConfigurationKey.ALL)
        .allSatisfy(
            key ->
                assertThat(page)
                    .containsPattern(
                        "\\| `" + Pattern.quote(key.name()) + "` \\|[^|]*\\|[^|]*\\| [A-Z].+ \\|"));
  }

  @Test
  void documentationWhenMadeThenNoTagOfJavadocIsLeft() throws IOException {
    assertThat(ConfigurationTable.page()).doesNotContain("{@");
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
