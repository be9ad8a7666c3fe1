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
      {"runtime": "%s", "jdk": "17", "profile": "servlet", "date": "2026-11-21T12:00:00Z",
       "levels": {"core": {"passed": 40, "failed": %d}, "scopes": {"passed": 2, "excluded": 1}},
       "revisions": [{"revision": "2025-11-25", "clauses": [
         {"id": "A", "assertions": [{"id": "a-one", "status": "excluded", "detail": "because"}]},
         {"id": "B", "status": "planned"}]}]}
      """;

  @TempDir Path directory = Path.of("");

  @Test
  void callWhenReportsThenWritesOneRowForEach() throws IOException {
    report("one", "Zebra 1", 0);
    report("two", "apple 2", 0);

    assertThat(matrix()).isZero();
    assertThat(Files.readString(directory.resolve("out.md")))
        .endsWith(
            """
            |---------|-----|---------|-------:|---------:|-------:|------|
            | apple 2 | 17 | servlet | 42 | 1 | 0 | 2026-11-21 |
            | Zebra 1 | 17 | servlet | 42 | 1 | 0 | 2026-11-21 |

            ## Excluded on Zebra 1

            - `a-one`: because

            ## Excluded on apple 2

            - `a-one`: because
            """);
  }

  @Test
  void callWhenSomethingFailedThenSaysSo() throws IOException {
    report("one", "Zebra 1", 3);

    assertThat(matrix()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("out.md"))).contains("| 42 | 1 | 3 |");
  }

  @Test
  void callWhenThereIsNoReportThenFails() {
    assertThat(matrix()).isEqualTo(1);
  }

  private int matrix() {
    return new CommandLine(new CompatibilityMatrix())
        .execute("--output", directory.resolve("out.md").toString(), directory.toString());
  }

  private void report(String name, String runtime, int failed) throws IOException {
    Path reports = Files.createDirectories(directory.resolve(name).resolve("mcp-auth-tck"));
    Files.writeString(reports.resolve("report.json"), REPORT.formatted(runtime, failed));
  }
}
