// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mcpauth.benchmarks.report.MarkdownTable;
import org.mcpauth.benchmarks.report.Sample;

/** Writes what came of all rounds as a table. */
final class EndToEndReport {

  private static final double AIM = 0.95;

  private final Map<Mode, List<Load.Outcome>> outcomes = new EnumMap<>(Mode.class);

  void add(Mode mode, Load.Outcome outcome) {
    outcomes.computeIfAbsent(mode, m -> new ArrayList<>()).add(outcome);
  }

  @Override
  public String toString() {
    MarkdownTable table =
        new MarkdownTable(
            "",
            "requests/s",
            "share of unprotected",
            "aim",
            "server CPU µs/request",
            "more than unprotected, µs",
            "CPU ratio",
            "client CPU µs/request");
    Sample floorSpeed = sample(Mode.UNPROTECTED, Load.Outcome::perSecond);
    Sample floorCpu = sample(Mode.UNPROTECTED, Load.Outcome::serverMicros);
    for (Mode mode : Mode.values()) {
      Sample speed = sample(mode, Load.Outcome::perSecond);
      Sample cpu = sample(mode, Load.Outcome::serverMicros);
      Sample share = speed.dividedBy(floorSpeed);
      table.row(
          mode.title(),
          speed.print("%.0f"),
          share.withRange("%.2f"),
          aim(mode, share),
          cpu.print("%.0f"),
          cpu.minus(floorCpu).withRange("%.0f"),
          cpu.dividedBy(floorCpu).withRange("%.2f"),
          sample(mode, Load.Outcome::clientMicros).print("%.0f"));
    }
    return table.toString();
  }

  private static String aim(Mode mode, Sample share) {
    if (!mode.hasAim()) {
      return "";
    }
    return "≥ " + AIM + ": " + (share.median() >= AIM ? "met" : "missed");
  }

  private Sample sample(Mode mode, ToDoubleFunction<Load.Outcome> quantity) {
    return new Sample(
        outcomes.getOrDefault(mode, List.of()).stream().mapToDouble(quantity).boxed().toList());
  }
}
