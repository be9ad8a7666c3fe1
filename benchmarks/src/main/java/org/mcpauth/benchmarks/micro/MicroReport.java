// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.micro;

import java.util.List;
import java.util.Locale;
import org.mcpauth.benchmarks.report.MarkdownTable;
import org.mcpauth.benchmarks.report.Sample;

/** Writes the measurements as a table: one line for ours and its floor. */
final class MicroReport {

  private MicroReport() {}

  static String of(Measurements measurements) {
    MarkdownTable table =
        new MarkdownTable(
            "", "floor µs/op", "ours µs/op", "ours / floor", "aim", "floor B/op", "ours B/op");
    for (Row row : Row.ALL) {
      Sample floor = measurements.time(row.floors());
      Sample ours = measurements.time(List.of(row.ours()));
      Sample ratio = ours.dividedBy(floor);
      table.row(
          row.title(),
          floor.print("%.2f"),
          ours.print("%.2f"),
          ratio.withRange("%.2f"),
          aim(row, ratio),
          measurements.allocation(row.floors()).print("%.0f"),
          measurements.allocation(List.of(row.ours())).print("%.0f"));
    }
    return table.toString();
  }

  private static String aim(Row row, Sample ratio) {
    if (!row.hasAim()) {
      return "";
    }
    String met = ratio.median() <= row.aim() ? "met" : "missed";
    return String.format(Locale.ROOT, "≤ %.1f: %s", row.aim(), met);
  }
}
