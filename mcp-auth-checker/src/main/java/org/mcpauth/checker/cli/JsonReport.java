// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.cli;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;

/** The report for programs. Members may be added; none is removed or changes its meaning. */
final class JsonReport {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private JsonReport() {}

  static String of(CompatibilityReport report) {
    StringWriter text = new StringWriter();
    try (var writer =
        PROVIDER
            .createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(text)) {
      writer.writeObject(document(report));
    }
    return text.toString().strip() + System.lineSeparator();
  }

  private static JsonObject document(CompatibilityReport report) {
    JsonObjectBuilder document =
        PROVIDER
            .createObjectBuilder()
            .add("formatVersion", 1)
            .add("issuer", report.issuer())
            .add("time", report.time().toString())
            .add("compatible", report.isCompatible());
    report.metadataLocation().ifPresent(uri -> document.add("metadataLocation", uri.toString()));
    JsonObjectBuilder counts = PROVIDER.createObjectBuilder();
    for (Severity severity : Severity.values()) {
      counts.add(severity.label(), report.count(severity));
    }
    JsonArrayBuilder findings = PROVIDER.createArrayBuilder();
    report.findings().forEach(finding -> findings.add(finding(finding)));
    return document.add("counts", counts).add("findings", findings).build();
  }

  private static JsonObject finding(Finding finding) {
    JsonObjectBuilder object =
        PROVIDER
            .createObjectBuilder()
            .add("id", finding.id())
            .add("severity", finding.severity().label())
            .add("clause", finding.clause())
            .add("seen", finding.seen());
    finding.advice().ifPresent(advice -> object.add("advice", advice));
    return object.build();
  }
}
