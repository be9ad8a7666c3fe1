// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.matrix;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One report in a line.
 *
 * @param runtime name and version of the server
 * @param jdk the feature release that it ran on
 * @param profile the binding
 * @param passed how many assertions passed, once for each revision
 * @param excluded how many the server is excused from
 * @param failed how many failed or were blocked
 * @param date when it ran
 * @param exclusions why, by the id of the assertion
 */
record MatrixRow(
    String runtime,
    String jdk,
    String profile,
    int passed,
    int excluded,
    int failed,
    String date,
    Map<String, String> exclusions)
    implements Comparable<MatrixRow> {

  private static final Comparator<MatrixRow> ORDER =
      Comparator.comparing((MatrixRow row) -> row.runtime().toLowerCase(java.util.Locale.ROOT))
          .thenComparing(MatrixRow::jdk)
          .thenComparing(MatrixRow::profile);

  MatrixRow {
    exclusions = Map.copyOf(exclusions);
  }

  static MatrixRow of(JsonObject report) {
    JsonObject levels = report.getJsonObject("levels");
    return new MatrixRow(
        report.getString("runtime"),
        report.getString("jdk"),
        report.getString("profile"),
        count(levels, "passed"),
        count(levels, "excluded"),
        count(levels, "failed") + count(levels, "blocked"),
        report.getString("date").substring(0, "2026-11-21".length()),
        exclusions(report));
  }

  private static int count(JsonObject levels, String status) {
    return levels.values().stream()
        .map(level -> level.asJsonObject().get(status))
        .filter(JsonNumber.class::isInstance)
        .mapToInt(number -> ((JsonNumber) number).intValue())
        .sum();
  }

  private static Map<String, String> exclusions(JsonObject report) {
    Map<String, String> exclusions = new LinkedHashMap<>();
    objects(report, "revisions")
        .flatMap(revision -> objects(revision, "clauses"))
        .flatMap(clause -> objects(clause, "assertions"))
        .filter(assertion -> assertion.getString("status").equals("excluded"))
        .forEach(found -> exclusions.put(found.getString("id"), found.getString("detail")));
    return exclusions;
  }

  private static Stream<JsonObject> objects(JsonObject object, String name) {
    return object.get(name) instanceof jakarta.json.JsonArray array
        ? array.stream().map(JsonValue::asJsonObject)
        : Stream.of();
  }

  /** A row of Markdown. */
  String toMarkdown() {
    List<Object> cells = List.of(runtime, jdk, profile, passed, excluded, failed, date);
    StringBuilder text = new StringBuilder("|");
    cells.forEach(cell -> text.append(' ').append(cell).append(" |"));
    return text.toString();
  }

  @Override
  public int compareTo(MatrixRow other) {
    return ORDER.compare(this, other);
  }
}
