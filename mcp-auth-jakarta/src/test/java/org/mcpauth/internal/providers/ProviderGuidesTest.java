// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.internal.settings.MapSettingsSource;

/** What every guide has to have. */
class ProviderGuidesTest {

  private static Stream<String> providers() {
    return ProviderGuide.PROVIDERS.stream();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void readWhenBlockOfGuideThenItsProviderAndNoFault(String provider) {
    Map<String, Map<String, String>> blocks = ProviderGuide.of(provider).blocks();

    assertThat(blocks).isNotEmpty();
    for (Map<String, String> block : blocks.values()) {
      assertThat(block).containsEntry("mcp.auth.provider", provider);
      MapSettingsSource source = MapSettingsSource.empty();
      for (Map.Entry<String, String> line : block.entrySet()) {
        source = source.with(line.getKey(), line.getValue());
      }
      boolean authenticates = block.containsKey("mcp.auth.client.id");
      MapSettingsSource whole =
          authenticates ? source.with("mcp.auth.client.secret", "s3cret") : source;
      assertThat(whole.read().resources()).hasSize(1);
    }
  }

  /** A block that is under no heading, or the second under one, would be tested by nobody. */
  @ParameterizedTest
  @MethodSource("providers")
  void guideWhenReadThenEveryBlockIsTested(String provider) {
    String guide = ProviderGuide.text(provider);
    long blocks = guide.lines().filter("```properties"::equals).count();

    assertThat(ProviderGuide.of(provider).blocks()).hasSize((int) blocks);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void guideWhenReadThenSaysWhatWasTriedAndIsInTheIndex(String provider) {
    assertThat(ProviderGuide.text(provider).lines())
        .contains(
            "Tried: simulated from the documented formats, not against the service, on 2026-11-21");
    assertThat(ProviderGuide.text("README")).contains("](" + provider + ".md)");
  }
}
