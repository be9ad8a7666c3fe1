// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;

/** The report for people: plain text, what is worst first. */
final class TextReport {

  private static final int WIDTH = 100;
  private static final String HEAD = "%-9s%-29s";
  private static final String INDENT = " ".repeat(HEAD.formatted("", "").length());

  private final StringBuilder text = new StringBuilder();

  private TextReport() {}

  static String of(CompatibilityReport report) {
    TextReport text = new TextReport();
    text.line("Issuer    " + report.issuer());
    text.line("Metadata  " + report.metadataLocation().map(URI::toString).orElse("none"));
    text.line("Time      " + report.time());
    text.line("");
    report.findings().stream()
        .sorted(Comparator.comparing(Finding::severity))
        .forEach(text::finding);
    text.line("");
    text.line(summary(report));
    return text.text.toString();
  }

  private static String summary(CompatibilityReport report) {
    return counted(report, Severity.ERROR)
        + ", "
        + counted(report, Severity.WARNING)
        + (report.isCompatible()
            ? ". MCP clients can work with this issuer, as far as can be seen from outside."
            : ". MCP clients or servers cannot work with this issuer.");
  }

  private static String counted(CompatibilityReport report, Severity severity) {
    long count = report.count(severity);
    return count + " " + severity.label() + (count == 1 ? "" : "s");
  }

  private void finding(Finding finding) {
    List<String> lines = new ArrayList<>(wrapped(finding.seen()));
    finding.advice().ifPresent(advice -> lines.addAll(wrapped("-> " + advice)));
    if (finding.severity() == Severity.ERROR || finding.severity() == Severity.WARNING) {
      lines.addAll(wrapped("[" + finding.clause() + "]"));
    }
    line(HEAD.formatted(finding.severity(), finding.id()) + lines.get(0));
    lines.stream().skip(1).forEach(rest -> line(INDENT + rest));
  }

  /** Breaks at spaces only: an address is there to be copied. */
  private static List<String> wrapped(String sentence) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (!line.isEmpty() && INDENT.length() + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append(System.lineSeparator());
  }
}
