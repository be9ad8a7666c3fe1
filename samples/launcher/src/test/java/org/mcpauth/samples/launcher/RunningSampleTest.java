// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningSampleTest {

  private final List<String> stopped = new ArrayList<>();
  private final RunningSample sample = new RunningSample();

  @Test
  void closeWhenSeveralStartedThenStopsLastFirstAndOnce() {
    assertThat(sample.start(() -> "issuer", stopped::add)).isEqualTo("issuer");
    assertThat(sample.start(() -> "application", stopped::add)).isEqualTo("application");
    sample.close();
    sample.close();
    assertThat(stopped).containsExactly("application", "issuer");
    assertThat(sample.isClosed()).isTrue();
  }

  @Test
  void closeWhenSomeCannotBeStoppedThenStopsTheOthersAndSaysWhy() {
    UncheckedIOException first = new UncheckedIOException(new IOException("application"));
    IllegalStateException second = new IllegalStateException("companion");
    sample.start(() -> "issuer", stopped::add);
    sample.start(() -> second, RunningSampleTest::raise);
    sample.start(() -> "other", stopped::add);
    sample.start(() -> first, RunningSampleTest::raise);

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(sample::close)
        .withMessage("2 of 4 could not be stopped.")
        .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(first, second));
    assertThat(stopped).containsExactly("other", "issuer");
  }

  private static void raise(RuntimeException failure) {
    throw failure;
  }

  @Test
  void startWhenClosedThenStartsNothing() {
    sample.close();
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> sample.start(() -> stopped.add("started"), any -> {}));
    assertThat(stopped).isEmpty();
  }
}
