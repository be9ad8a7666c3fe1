// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The same quantity, measured in several rounds. The median stands for it: one round that had to
 * share the machine does not move it.
 *
 * @param values one value per round, at least one
 */
public record Sample(List<Double> values) {

  /** Copies the values. */
  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /**
   * This against another, round by round.
   *
   * @param other what was measured in the same rounds
   * @return one quotient per round
   */
  public Sample dividedBy(Sample other) {
    return with(other, (a, b) -> a / b);
  }

  /**
   * This and another together, round by round.
   *
   * @param other what was measured in the same rounds
   * @return one sum per round
   */
  public Sample plus(Sample other) {
    return with(other, Double::sum);
  }

  /**
   * What this is more than another, round by round.
   *
   * @param other what was measured in the same rounds
   * @return one difference per round
   */
  public Sample minus(Sample other) {
    return with(other, (a, b) -> a - b);
  }

  private Sample with(Sample other, BiFunction<Double, Double, Double> operation) {
    if (values.size() != other.values.size()) {
      throw new IllegalArgumentException("not measured in the same rounds");
    }
    return new Sample(
        IntStream.range(0, values.size())
            .mapToObj(i -> operation.apply(values.get(i), other.values.get(i)))
            .toList());
  }

  /**
   * The value in the middle.
   *
   * @return the median
   */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * Median and range.
   *
   * @param format how a value is written
   * @return such as {@code 1.20 (1.10–1.31)}
   */
  public String withRange(String format) {
    double min = values.stream().min(Double::compare).orElseThrow();
    double max = values.stream().max(Double::compare).orElseThrow();
    return print(format, median()) + " (" + print(format, min) + "–" + print(format, max) + ")";
  }

  /**
   * The median alone.
   *
   * @param format how a value is written
   * @return such as {@code 1.20}
   */
  public String print(String format) {
    return print(format, median());
  }

  private static String print(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
