// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProviderPresetsTest {

  private static final Path INDEX = Path.of("..", "docs", "providers", "README.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\|(.*mcp\\.auth\\..*)$", Pattern.MULTILINE);
  private static final Pattern ENTRY = Pattern.compile("`(mcp\\.auth\\.[^`=]+)=([^`]+)`");

  @Test
  void presetsWhenComparedWithTheIndexOfTheGuidesThenTheSame() throws IOException {
    Map<String, Map<String, String>> documented = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(INDEX));
    while (row.find()) {
      Map<String, String> entries = new TreeMap<>();
      Matcher entry = ENTRY.matcher(row.group(2));
      while (entry.find()) {
        entries.put(entry.group(1), entry.group(2));
      }
      documented.put(row.group(1), entries);
    }

    assertThat(documented).isEqualTo(ProviderPresets.PRESETS);
  }

  @Test
  void presetsWhenReadThenEveryKeyCanBeSetForOneIssuer() {
    for (Map<String, String> preset : ProviderPresets.PRESETS.values()) {
      assertThat(ConfigurationKey.ALL)
          .filteredOn(key -> preset.containsKey(key.name()))
          .hasSize(preset.size())
          .allMatch(key -> key.level() == ConfigurationKey.Level.ISSUER);
    }
  }

  /** Every preset can be overruled. */
  @Test
  void readWhenKeyIsSetThenItCountsInsteadOfThePreset() {
    MapSettingsSource okta = MapSettingsSource.minimal().with("mcp.auth.provider", "okta");

    assertThat(okta.readIssuer().jwt().strictType()).isFalse();
    assertThat(okta.with("mcp.auth.jwt.type", "strict").readIssuer().jwt().strictType()).isTrue();
  }
}
