// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context §3.2.2. */
class CorrelationIdTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-brings"
      })
  void ofWhenTraceparentIsValidThenItsTraceId(String value) {
    assertThat(CorrelationId.of(header -> List.of(value))).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nx",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473\"-00f067aa0ba902b7-01"
      })
  void ofWhenTraceparentIsNotValidThenRandom(String value) {
    assertThat(CorrelationId.of(header -> List.of(value)))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(TRACE);
  }

  @Test
  void ofWhenTwoTraceparentsThenRandom() {
    String value = "00-" + TRACE + "-00f067aa0ba902b7-01";

    assertThat(CorrelationId.of(header -> List.of(value, value)))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(TRACE);
  }

  @Test
  void randomWhenCalledAgainThenAnother() {
    Set<String> made =
        Stream.generate(CorrelationId::random).limit(100).collect(Collectors.toSet());

    assertThat(made).hasSize(100).allMatch(id -> id.matches("[0-9a-f]{32}"));
  }
}
