// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mcpauth.tck.run.AssertionResult;
import org.mcpauth.tck.run.ResultListener;

/** Writes a page for people: one file, which needs no other. */
public final class HtmlReportListener implements ResultListener {

  private static final String TEMPLATE = "report.mustache";

  private final ReportFiles files;

  /** Made by {@link java.util.ServiceLoader}. */
  public HtmlReportListener() {
    this(Clock.systemUTC());
  }

  HtmlReportListener(Clock clock) {
    files = new ReportFiles(clock, ".html", HtmlReportListener::page);
  }

  @Override
  public void finished(
      List<AssertionResult> results, Function<String, Optional<String>> parameters) {
    files.finished(results, parameters);
  }

  static String page(Report report) {
    return template().execute(report);
  }

  private static Template template() {
    try (InputStream stream = HtmlReportListener.class.getResourceAsStream(TEMPLATE)) {
      if (stream == null) {
        throw new IllegalStateException("there is no " + TEMPLATE);
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      return Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
