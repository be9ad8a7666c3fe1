// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mcpauth.tck.clause.Clause;
import org.mcpauth.tck.run.AssertionResult;
import org.mcpauth.tck.run.ResultListener;

/** Writes the report for programs. */
public final class JsonReportListener implements ResultListener {

  private final ReportFiles files;

  /** Made by {@link java.util.ServiceLoader}. */
  public JsonReportListener() {
    this(Clock.systemUTC());
  }

  JsonReportListener(Clock clock) {
    files = new ReportFiles(clock, ".json", JsonReportListener::document);
  }

  @Override
  public void finished(
      List<AssertionResult> results, Function<String, Optional<String>> parameters) {
    files.finished(results, parameters);
  }

  static String document(Report report) {
    JsonArrayBuilder revisions = Json.createArrayBuilder();
    report.revisions().forEach(revision -> revisions.add(revision(revision)));
    JsonObjectBuilder document =
        Json.createObjectBuilder()
            .add("runtime", report.runtime())
            .add("jdk", String.valueOf(report.jdk()))
            .add("profile", report.profile())
            .add("date", report.date().toString())
            .add("passed", report.passed())
            .add("levels", totals(report.byLevel()))
            .add("strengths", totals(report.byStrength()))
            .add("revisions", revisions);
    StringWriter text = new StringWriter();
    Map<String, Boolean> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer = Json.createWriterFactory(pretty).createWriter(text)) {
      writer.writeObject(document.build());
    }
    return text + "\n";
  }

  private static JsonObjectBuilder totals(Totals totals) {
    JsonObjectBuilder rows = Json.createObjectBuilder();
    for (Totals.Row row : totals.rows()) {
      JsonObjectBuilder counts = Json.createObjectBuilder();
      row.counts().forEach(cell -> counts.add(cell.status().label(), cell.count()));
      rows.add(row.name(), counts);
    }
    return rows;
  }

  private static JsonObjectBuilder revision(RevisionReport report) {
    JsonArrayBuilder clauses = Json.createArrayBuilder();
    report.clauses().forEach(clause -> clauses.add(clause(clause)));
    return Json.createObjectBuilder()
        .add("revision", report.revision().date())
        .add("clauses", clauses);
  }

  private static JsonObjectBuilder clause(ClauseReport report) {
    Clause clause = report.clause();
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("id", clause.id())
            .add("strength", clause.strength().name())
            .add("text", clause.text())
            .add("url", clause.url().toString())
            .add("status", report.status().label());
    if (!report.reason().isEmpty()) {
      return object.add("reason", report.reason());
    }
    JsonArrayBuilder assertions = Json.createArrayBuilder();
    report.assertions().forEach(assertion -> assertions.add(assertion(assertion)));
    return object.add("assertions", assertions);
  }

  private static JsonObjectBuilder assertion(AssertionReport report) {
    return Json.createObjectBuilder()
        .add("id", report.id())
        .add("strategy", report.strategy())
        .add("level", report.level())
        .add("status", report.status().label())
        .add("detail", report.detail());
  }
}
