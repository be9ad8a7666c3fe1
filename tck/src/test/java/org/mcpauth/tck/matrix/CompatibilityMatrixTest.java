// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompatibilityMatrixTest {

  private static final String REPORT =
      """
      {"runtime": "%s", "jdk": "17", "profile": "%s", "date": "2026-11-21T12:00:00Z",
       "revisions": [{"revision": "2025-11-25", "clauses": [
         {"id": "A", "assertions": [
           {"id": "a-one", "status": "%s", "detail": "because"},
           {"id": "a-two", "status": "passed"}]},
         {"id": "B", "status": "planned"},
         {"id": "C", "assertions": [{"id": "a-two", "status": "passed"}]}]},
        {"revision": "2026-07-28", "clauses": [
         {"id": "A", "assertions": [{"id": "a-two", "status": "passed"}]}]}]}
      """;

  @TempDir Path directory = Path.of("");

  @Test
  void callWhenReportsThenWritesOneRowForEach() throws IOException {
    report("one", "Zebra 1", "servlet", "excluded");
    report("two", "apple 2", "servlet", "excluded");

    assertThat(matrix()).isZero();
    assertThat(Files.readString(directory.resolve("out.md")))
        .endsWith(
            """
            |---------|-----|---------|-------:|---------:|-------:|------|
            | apple 2 | 17 | servlet | 2 | 1 | 0 | 2026-11-21 |
            | Zebra 1 | 17 | servlet | 2 | 1 | 0 | 2026-11-21 |

            ## Excluded on Zebra 1

            - `a-one`: because

            ## Excluded on apple 2

            - `a-one`: because
            """);
  }

  @Test
  void callWhenVariantOffersWhatTheOtherDoesNotThenOneRow() throws IOException {
    report("one", "Zebra 1", "servlet", "excluded");
    report("two", "Zebra 1", "servlet-lists", "passed");
    report("three", "Zebra 1", "servlet-strict", "excluded");

    assertThat(matrix()).isZero();
    assertThat(Files.readString(directory.resolve("out.md")))
        .endsWith("|\n| Zebra 1 | 17 | servlet | 3 | 0 | 0 | 2026-11-21 |\n");
  }

  @Test
  void callWhenVariantDoesNotRunWhatIsExcludedThenItStaysExcluded() throws IOException {
    report("one", "Zebra 1", "servlet", "excluded");
    report("two", "Zebra 1", "servlet-lists", "not run");

    assertThat(matrix()).isZero();
    assertThat(Files.readString(directory.resolve("out.md")))
        .contains("| servlet | 2 | 1 | 0 |")
        .endsWith("- `a-one`: because\n");
  }

  @Test
  void callWhenVariantFailsThenRowFails() throws IOException {
    report("one", "Zebra 1", "servlet", "passed");
    report("two", "Zebra 1", "servlet-lists", "blocked");

    assertThat(matrix()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("out.md"))).contains("| servlet | 2 | 0 | 1 |");
  }

  @Test
  void callWhenThereAreTwoReportsOfOneBindingThenNeitherIsLost() throws IOException {
    report("one", "Zebra 1", "servlet", "passed");
    report("two", "Zebra 1", "servlet", "failed");

    assertThat(matrix()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("out.md"))).contains("| servlet | 2 | 0 | 1 |");
  }

  @Test
  void callWhenSomethingFailedThenSaysSo() throws IOException {
    report("one", "Zebra 1", "servlet", "failed");

    assertThat(matrix()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("out.md"))).contains("| 2 | 0 | 1 |");
  }

  @Test
  void callWhenThereIsNoReportThenFails() {
    assertThat(matrix()).isEqualTo(1);
  }

  private int matrix() {
    return new CommandLine(new CompatibilityMatrix())
        .execute("--output", directory.resolve("out.md").toString(), directory.toString());
  }

  private void report(String name, String runtime, String profile, String status)
      throws IOException {
    Path reports = Files.createDirectories(directory.resolve(name).resolve("mcp-auth-tck"));
    Files.writeString(reports.resolve("report.json"), REPORT.formatted(runtime, profile, status));
  }
}
