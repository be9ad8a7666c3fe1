// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For how long an answer may be used (RFC 9111). */
class FetchedDocumentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=300 | 300",
        "public, MAX-AGE=300, must-revalidate | 300",
        "max-age=\"300\" | 300",
        "max-age=0 | 0",
        "max-age=-5 | 0",
        "max-age=x | 0",
        "max-age= | 0",
        "max-age=99999999999999999999 | 2147483647",
        "no-store | 0",
        "no-cache, max-age=300 | 0",
        "max-age=300, no-store | 0"
      })
  void freshnessWhenCacheControlThenAsItSays(String value, long seconds) {
    FetchedDocument document = new FetchedDocument(200, Map.of("Cache-Control", value), "");

    assertThat(document.freshness()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void freshnessWhenItSaysNothingThenEmpty() {
    assertThat(new FetchedDocument(200, "").freshness()).isEmpty();
    assertThat(new FetchedDocument(200, Map.of("cache-control", "private"), "").freshness())
        .isEmpty();
  }

  @Test
  void freshnessWhenAgedThenWhatIsLeft() {
    assertThat(
            new FetchedDocument(200, Map.of("Cache-Control", "max-age=300", "Age", "100"), "")
                .freshness())
        .contains(Duration.ofSeconds(200));
    assertThat(
            new FetchedDocument(200, Map.of("Cache-Control", "max-age=300", "Age", "400"), "")
                .freshness())
        .contains(Duration.ZERO);
  }
}
