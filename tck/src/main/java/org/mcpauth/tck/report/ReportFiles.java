// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mcpauth.tck.run.AssertionResult;
import org.mcpauth.tck.run.ResultListener;

/** Writes a report for each profile of a run, if somebody asked for reports. */
final class ReportFiles implements ResultListener {

  private final Clock clock;
  private final String extension;
  private final Function<Report, String> format;

  ReportFiles(Clock clock, String extension, Function<Report, String> format) {
    this.clock = clock;
    this.extension = extension;
    this.format = format;
  }

  @Override
  public void finished(
      List<AssertionResult> results, Function<String, Optional<String>> parameters) {
    Optional<Path> directory = parameters.apply(ReportParameters.DIRECTORY).map(Path::of);
    String runtime = parameters.apply(ReportParameters.RUNTIME).orElse("unnamed");
    directory.ifPresent(path -> write(path, runtime, results));
  }

  private void write(Path directory, String runtime, List<AssertionResult> results) {
    TreeSet<String> profiles =
        results.stream()
            .map(AssertionResult::profile)
            .collect(Collectors.toCollection(TreeSet::new));
    if (profiles.isEmpty()) {
      profiles.add("none"); // a report that nothing was measured is better than an old one
    }
    for (String profile : profiles) {
      List<AssertionResult> own =
          results.stream().filter(result -> result.profile().equals(profile)).toList();
      write(
          directory,
          Report.of(runtime, profile, clock.instant().truncatedTo(ChronoUnit.SECONDS), own));
    }
  }

  private void write(Path directory, Report report) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(name(report) + extension), format.apply(report));
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written to " + directory, e);
    }
  }

  private static String name(Report report) {
    String name = "mcp-auth-tck-" + report.runtime() + "-" + report.profile();
    return name.replaceAll("[^A-Za-z0-9._-]+", "-");
  }
}
