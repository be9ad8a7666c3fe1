// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpauth.tck.run.ResultListener;

class HtmlReportListenerTest {

  private final HtmlReportListener listener = new HtmlReportListener(Results.CLOCK);

  @Test
  void finishedWhenThereAreTwoProfilesThenWritesTwoPages(@TempDir Path directory) {
    listener.finished(
        List.of(Results.PASSED, Results.in("jax-rs", Results.FAILED)),
        Results.parameters(
            Map.of(
                ReportParameters.DIRECTORY,
                directory.resolve("new").toString(),
                ReportParameters.RUNTIME,
                "Runtime 1.0/a")));
    assertThat(directory.resolve("new"))
        .isDirectoryContaining("glob:**/mcp-auth-tck-Runtime-1.0-a-servlet.html")
        .isDirectoryContaining("glob:**/mcp-auth-tck-Runtime-1.0-a-jax-rs.html");
  }

  @Test
  void finishedWhenNothingWasMeasuredThenSaysSo(@TempDir Path directory) throws IOException {
    listener.finished(
        List.of(), Results.parameters(Map.of(ReportParameters.DIRECTORY, directory.toString())));
    assertThat(Files.readString(directory.resolve("mcp-auth-tck-unnamed-none.html")))
        .contains("Nothing was measured.")
        .contains(">failed<");
  }

  @Test
  void finishedWhenNobodyAsksForReportsThenWritesNone() {
    listener.finished(List.of(Results.PASSED), Results.parameters(Map.of()));
    assertThat(Path.of("mcp-auth-tck-unnamed-servlet.html")).doesNotExist();
  }

  @Test
  void loadThenFindsBothListeners() {
    assertThat(ServiceLoader.load(ResultListener.class))
        .hasAtLeastOneElementOfType(HtmlReportListener.class)
        .hasAtLeastOneElementOfType(JsonReportListener.class);
  }

  @Test
  void pageThenHasHeadAndTotals() {
    assertThat(HtmlReportListener.page(Results.report(Results.PASSED, Results.FAILED)))
        .contains("<h1>MCP Auth TCK: runtime 1.0</h1>")
        .contains("<dt>Profile</dt><dd>servlet</dd>")
        .contains("2026-11-21T12:00:00Z</time>")
        .contains(
            "<th scope=\"row\">core</th><td class=\"passed\">1</td><td class=\"failed\">1</td>")
        .contains("<th scope=\"row\">MUST</th>");
  }

  @Test
  void pageWhenClauseIsNotKeptThenLinksToItWithFoldedDetail() {
    assertThat(HtmlReportListener.page(Results.report(Results.FAILED)))
        .contains("Not kept: <a href=\"#2025-11-25-TR-1\" class=\"failed\">TR-1</a></p>")
        .contains("id=\"2025-11-25-TR-1\"")
        .contains("<details><summary>details</summary><pre>-&gt; 200")
        .contains(
            "<code>foreign-origin-is-refused</code> A request of a foreign origin is refused");
  }

  @Test
  void pageWhenClauseIsNotCheckedThenSaysWhy() {
    assertThat(HtmlReportListener.page(Results.report(Results.PASSED_IN_LATEST)))
        .contains("<p class=\"quiet\">requestState</p>")
        .contains("The fixture has no third-party service");
  }

  @Test
  void pageWhenDetailHasMarkupThenEscapesIt() {
    assertThat(HtmlReportListener.page(Results.report(Results.FAILED)))
        .doesNotContain("<script")
        .contains("&lt;script&gt;");
  }

  @Test
  void pageWhenDetailHasTokenThenIsWithoutIt() {
    assertThat(HtmlReportListener.page(Results.report(Results.FAILED))).doesNotContain("eyJ");
  }

  @Test
  void pageThenNeedsNoOtherFile() {
    assertThat(HtmlReportListener.page(Results.report(Results.FAILED)))
        .doesNotContain("<link", "<img", "src=", "url(", "@import");
  }
}
