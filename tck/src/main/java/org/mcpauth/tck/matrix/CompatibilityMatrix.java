// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.matrix;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the table of runtimes that the TCK was run on, from the JSON reports of these runs. */
@Command(
    name = "compatibility-matrix",
    mixinStandardHelpOptions = true,
    description = "Writes a table of the runtimes that the TCK was run on.")
public final class CompatibilityMatrix implements Callable<Integer> {

  private static final String HEAD =
      """
      # Compatibility

      What the [TCK](../tck/README.md) found out on each runtime. Made by
      `org.mcpauth.tck.matrix.CompatibilityMatrix` from the reports of the runs, not by hand.
      Every assertion counts once for each revision of MCP that it is for.

      | Runtime | JDK | Binding | Passed | Excluded | Failed | Date |
      |---------|-----|---------|-------:|---------:|-------:|------|
      """;

  @Option(names = "--output", required = true, description = "The file to write.")
  Path output = Path.of("compatibility.md");

  @Parameters(arity = "1..*", description = "Directories with reports, searched to their ends.")
  List<Path> directories = List.of();

  CompatibilityMatrix() {}

  /**
   * Writes the table.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CompatibilityMatrix()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<MatrixRow> reports = new ArrayList<>();
    for (Path report : reports()) {
      reports.add(read(report));
    }
    Collections.sort(reports);
    List<MatrixRow> rows = withVariants(reports);
    Files.writeString(output, text(rows));
    return rows.isEmpty() || rows.stream().anyMatch(row -> row.failed() > 0) ? 1 : 0;
  }

  /** A variant has the name of its binding and more, and so comes after it. */
  private static List<MatrixRow> withVariants(Iterable<MatrixRow> reports) {
    List<MatrixRow> rows = new ArrayList<>();
    for (MatrixRow report : reports) {
      int last = rows.size() - 1;
      if (last >= 0 && rows.get(last).hasVariant(report)) {
        rows.set(last, rows.get(last).with(report));
      } else {
        rows.add(report);
      }
    }
    return rows;
  }

  private List<Path> reports() throws IOException {
    List<Path> reports = new ArrayList<>();
    for (Path directory : directories) {
      try (Stream<Path> files = Files.walk(directory)) {
        files
            .filter(file -> file.endsWith(Path.of("mcp-auth-tck").resolve(file.getFileName())))
            .filter(file -> file.toString().endsWith(".json"))
            .sorted()
            .forEach(reports::add);
      }
    }
    return reports;
  }

  private static MatrixRow read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader reader = Json.createReader(text)) {
      JsonObject report = reader.readObject();
      return MatrixRow.of(report);
    }
  }

  static String text(Iterable<MatrixRow> rows) {
    StringBuilder text = new StringBuilder(HEAD);
    Map<String, Map<String, String>> exclusions = new TreeMap<>();
    for (MatrixRow row : rows) {
      text.append(row.toMarkdown()).append('\n');
      row.exclusions()
          .forEach(
              (assertion, reason) ->
                  exclusions
                      .computeIfAbsent(row.runtime(), runtime -> new TreeMap<>())
                      .put(assertion, reason));
    }
    exclusions.forEach(
        (runtime, reasons) -> {
          text.append("\n## Excluded on ").append(runtime).append("\n\n");
          reasons.forEach(
              (assertion, reason) ->
                  text.append("- `").append(assertion).append("`: ").append(reason).append('\n'));
        });
    return text.toString();
  }
}
