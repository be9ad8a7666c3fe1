// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.matrix;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one binding of one runtime did, from the reports of all its variants.
 *
 * @param runtime name and version of the server
 * @param jdk the feature release that it ran on
 * @param profile the binding
 * @param date when it ran
 * @param findings by revision and assertion
 */
record MatrixRow(
    String runtime, String jdk, String profile, String date, Map<String, Finding> findings)
    implements Comparable<MatrixRow> {

  private static final Comparator<MatrixRow> ORDER =
      Comparator.comparing((MatrixRow row) -> row.runtime().toLowerCase(Locale.ROOT))
          .thenComparing(MatrixRow::jdk)
          .thenComparing(MatrixRow::profile);

  private static final String PASSED = "passed";
  private static final String EXCLUDED = "excluded";
  private static final List<String> FAILURES = List.of("failed", "blocked");
  private static final List<String> RANKS = List.of("failed", "blocked", PASSED, EXCLUDED);

  /**
   * What became of one assertion in one revision.
   *
   * @param assertion its id
   * @param status as in the report
   * @param detail why, if it did not pass
   */
  record Finding(String assertion, String status, String detail) {

    /** What fails in one variant fails; what one does not offer or run, another may. */
    Finding or(Finding other) {
      return rank() <= other.rank() ? this : other;
    }

    private int rank() {
      int rank = RANKS.indexOf(status);
      return rank < 0 ? RANKS.size() : rank;
    }
  }

  MatrixRow {
    findings = Map.copyOf(findings);
  }

  static MatrixRow of(JsonObject report) {
    Map<String, Finding> findings = new TreeMap<>();
    objects(report, "revisions")
        .forEach(
            revision ->
                objects(revision, "clauses")
                    .flatMap(clause -> objects(clause, "assertions"))
                    .forEach(
                        found ->
                            findings.put(
                                revision.getString("revision") + " " + found.getString("id"),
                                new Finding(
                                    found.getString("id"),
                                    found.getString("status"),
                                    found.getString("detail", "")))));
    return new MatrixRow(
        report.getString("runtime"),
        report.getString("jdk"),
        report.getString("profile"),
        report.getString("date").substring(0, "2026-11-21".length()),
        findings);
  }

  private static Stream<JsonObject> objects(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array
        ? array.stream().map(JsonValue::asJsonObject)
        : Stream.of();
  }

  /** Whether a row is of the same application, maybe in another configuration. */
  boolean hasVariant(MatrixRow other) {
    return runtime.equals(other.runtime)
        && jdk.equals(other.jdk)
        && (other.profile.equals(profile) || other.profile.startsWith(profile + "-"));
  }

  /** The two as one. */
  MatrixRow with(MatrixRow variant) {
    Map<String, Finding> all = new TreeMap<>(findings);
    variant.findings.forEach((key, finding) -> all.merge(key, finding, Finding::or));
    String latest = date.compareTo(variant.date) < 0 ? variant.date : date;
    return new MatrixRow(runtime, jdk, profile, latest, all);
  }

  long failed() {
    return findings.values().stream().filter(found -> FAILURES.contains(found.status())).count();
  }

  private long count(String status) {
    return findings.values().stream().filter(found -> found.status().equals(status)).count();
  }

  /** Why, by the id of the assertion. */
  Map<String, String> exclusions() {
    Map<String, String> exclusions = new TreeMap<>();
    findings.values().stream()
        .filter(found -> found.status().equals(EXCLUDED))
        .forEach(found -> exclusions.put(found.assertion(), found.detail()));
    return exclusions;
  }

  /** A row of Markdown. */
  String toMarkdown() {
    List<Object> cells =
        List.of(runtime, jdk, profile, count(PASSED), count(EXCLUDED), failed(), date);
    StringBuilder text = new StringBuilder("|");
    cells.forEach(cell -> text.append(' ').append(cell).append(" |"));
    return text.toString();
  }

  @Override
  public int compareTo(MatrixRow other) {
    return ORDER.compare(this, other);
  }
}
