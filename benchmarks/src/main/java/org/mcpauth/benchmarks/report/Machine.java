// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.report;

import java.time.Clock;
import java.time.LocalDate;

/** Where and when something was measured. */
public final class Machine {

  private Machine() {}

  /**
   * Describes this machine.
   *
   * @param clock tells the date
   * @return one line: date, CPUs, Java
   */
  public static String describe(Clock clock) {
    return "%s, %d CPUs (%s), %s %s"
        .formatted(
            LocalDate.now(clock),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"));
  }
}
