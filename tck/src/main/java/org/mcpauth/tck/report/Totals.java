// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each status occurs.
 *
 * @param columns the statuses that occur at all
 * @param rows one for each name
 */
public record Totals(List<Status> columns, List<Row> rows) {

  /** Copies the lists. */
  public Totals {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row of the table.
   *
   * @param name such as {@code core} or {@code MUST}
   * @param counts one for each column
   */
  public record Row(String name, List<Cell> counts) {

    /** Copies the list. */
    public Row {
      counts = List.copyOf(counts);
    }
  }

  /**
   * A number in the table.
   *
   * @param status what was counted
   * @param count how often it occurs
   */
  public record Cell(Status status, long count) {}

  /** One thing to be counted. */
  record Entry(String row, Status status) {}

  static Totals of(List<String> names, List<Entry> entries) {
    List<Status> columns =
        Arrays.stream(Status.values())
            .filter(status -> entries.stream().anyMatch(entry -> entry.status() == status))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (String name : names) {
      Stream<Entry> own = entries.stream().filter(entry -> entry.row().equals(name));
      rows.add(row(name, columns, own));
    }
    return new Totals(columns, rows);
  }

  private static Row row(String name, List<Status> columns, Stream<Entry> entries) {
    Map<Status, Long> counts =
        entries.collect(Collectors.groupingBy(Entry::status, Collectors.counting()));
    return new Row(
        name,
        columns.stream().map(status -> new Cell(status, counts.getOrDefault(status, 0L))).toList());
  }
}
