// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void medianOfOddNumberIsTheOneInTheMiddle() {
    assertThat(new Sample(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
  }

  @Test
  void medianOfEvenNumberIsBetweenTheTwoInTheMiddle() {
    assertThat(new Sample(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void quotientIsTakenRoundByRound() {
    Sample quotient = new Sample(List.of(2.0, 9.0)).dividedBy(new Sample(List.of(1.0, 3.0)));

    assertThat(quotient.values()).containsExactly(2.0, 3.0);
    assertThat(quotient.withRange("%.1f")).isEqualTo("2.5 (2.0–3.0)");
  }

  @Test
  void samplesOfDifferentRoundsCannotBeCompared() {
    Sample one = new Sample(List.of(1.0));
    Sample two = new Sample(List.of(1.0, 2.0));

    assertThatThrownBy(() -> one.dividedBy(two)).isInstanceOf(IllegalArgumentException.class);
  }
}
