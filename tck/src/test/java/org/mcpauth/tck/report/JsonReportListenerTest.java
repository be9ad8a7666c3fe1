// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportListenerTest {

  @Test
  void finishedThenWritesDocument(@TempDir Path directory) throws IOException {
    new JsonReportListener(Results.CLOCK)
        .finished(
            List.of(Results.PASSED),
            Results.parameters(
                Map.of(
                    ReportParameters.DIRECTORY,
                    directory.toString(),
                    ReportParameters.RUNTIME,
                    "wildfly")));
    String text = Files.readString(directory.resolve("mcp-auth-tck-wildfly-servlet.json"));
    assertThat(read(text).getString("runtime")).isEqualTo("wildfly");
    assertThat(read(text).getString("date")).isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void documentThenHasTotals() {
    JsonObject document = document();
    assertThat(document.getBoolean("passed")).isFalse();
    assertThat(document.getString("profile")).isEqualTo("servlet");
    assertThat(document.getString("jdk")).isEqualTo("" + Runtime.version().feature());
    assertThat(document.getJsonObject("levels").getJsonObject("core").getInt("failed")).isOne();
    assertThat(document.getJsonObject("strengths").getJsonObject("MUST").getInt("failed")).isOne();
  }

  @Test
  void documentWhenClauseFailsThenSaysWhichAssertionAndWhy() {
    JsonObject clause = clause("TR-1");
    assertThat(clause.getString("strength")).isEqualTo("MUST");
    assertThat(clause.getString("status")).isEqualTo("failed");
    assertThat(clause.getString("url")).startsWith("https://");
    JsonObject assertion = clause.getJsonArray("assertions").getJsonObject(0);
    assertThat(assertion.getString("id")).isEqualTo("foreign-origin-is-refused");
    assertThat(assertion.getString("detail")).startsWith("-> 200").doesNotContain("eyJ");
  }

  @Test
  void documentWhenClauseIsNotCheckedThenHasReason() {
    JsonObject report = read(JsonReportListener.document(Results.report(Results.PASSED_IN_LATEST)));
    assertThat(clause(report, "STATE-2").getString("reason")).isEqualTo("requestState");
    assertThat(clause(report, "STATE-2")).doesNotContainKey("assertions");
  }

  private static JsonObject clause(String id) {
    return clause(document(), id);
  }

  private static JsonObject clause(JsonObject report, String id) {
    return report.getJsonArray("revisions").getJsonObject(0).getJsonArray("clauses").stream()
        .map(JsonValue::asJsonObject)
        .filter(clause -> clause.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject document() {
    return read(JsonReportListener.document(Results.report(Results.PASSED, Results.FAILED)));
  }

  private static JsonObject read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
