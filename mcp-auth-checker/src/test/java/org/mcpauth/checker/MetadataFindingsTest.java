// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.checker.report.Severity.ERROR;
import static org.mcpauth.checker.report.Severity.OK;
import static org.mcpauth.checker.report.Severity.WARNING;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;

/** One member spoiled at a time. */
class MetadataFindingsTest {

  private final ExampleIssuer issuer = new ExampleIssuer();

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void checkWhenNothingIsSpoiledThenCompatibleWithoutWarning() throws IOException {
    CompatibilityReport report = issuer.check();
    assertThat(report.isCompatible()).isTrue();
    assertThat(report.issuer()).isEqualTo(ExampleIssuer.ISSUER);
    assertThat(report.time()).isEqualTo(ExampleIssuer.NOW);
    assertThat(report.metadataLocation()).contains(URI.create(ExampleIssuer.METADATA));
    assertThat(report.findings())
        .filteredOn(finding -> finding.severity() != OK)
        .extracting(Finding::check)
        .containsExactly(Check.SCOPE_OFFLINE_ACCESS, Check.RESOURCE_INDICATORS);
    assertThat(report.findings()).extracting(Finding::check).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/spoiled-members.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      quoteCharacter = '~')
  void checkWhenMemberIsSpoiledThenSaysSo(
      String member, @Nullable String json, Check check, Severity severity, String seen)
      throws IOException {
    Finding finding = issuer.with(member, json == null ? "" : json).finding(check);
    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.seen()).contains(seen);
    assertThat(finding.advice().isPresent()).isEqualTo(severity == ERROR || severity == WARNING);
    assertThat(issuer.check().isCompatible())
        .isEqualTo(issuer.check().findings().stream().noneMatch(f -> f.severity() == ERROR));
  }

  @Test
  void checkWhenNeitherRegistrationNorDocumentsThenSaysThatClientsAreRegisteredByHand()
      throws IOException {
    Finding finding =
        issuer
            .with("registration_endpoint", "")
            .with("client_id_metadata_document_supported", "")
            .finding(Check.CLIENT_ID_METADATA_DOCUMENT);
    assertThat(finding.seen()).endsWith("no registration_endpoint either");
    assertThat(finding.advice().orElse("")).contains("register every client");
  }

  @Test
  void checkWhenNeitherKeysNorIntrospectionThenError() throws IOException {
    assertThat(
            issuer
                .with("jwks_uri", "")
                .with("introspection_endpoint", "")
                .finding(Check.JWKS_URI)
                .severity())
        .isEqualTo(ERROR);
  }

  @Test
  void checkWhenContentTypeIsOtherThenWarning() throws IOException {
    issuer
        .web()
        .answer(
            ExampleIssuer.METADATA,
            200,
            Map.of("Content-Type", "text/json"),
            Resources.text("issuer.json"));
    assertThat(issuer.finding(Check.METADATA_CONTENT_TYPE))
        .isEqualTo(
            Finding.warning(
                Check.METADATA_CONTENT_TYPE,
                "text/json",
                "Send metadata with Content-Type application/json."));
    assertThat(issuer.finding(Check.METADATA_CORS).severity()).isEqualTo(WARNING);
    assertThat(issuer.check().isCompatible()).isTrue();
  }

  @Test
  void checkWhenOriginIsAllowedByNameThenOk() throws IOException {
    String origin = "https://client.example.com";
    issuer.withOptions(CheckOptions.defaults().withOrigin(origin));
    issuer
        .web()
        .answer(
            ExampleIssuer.METADATA,
            200,
            Map.of(
                "Content-Type",
                "application/json;charset=utf-8",
                "Access-Control-Allow-Origin",
                origin),
            Resources.text("issuer.json"));
    assertThat(issuer.finding(Check.METADATA_CORS).severity()).isEqualTo(OK);
    assertThat(issuer.finding(Check.METADATA_CONTENT_TYPE).severity()).isEqualTo(OK);
    assertThat(issuer.web().received().get(0).header("Origin")).isEqualTo(origin);
  }

  @Test
  void checkWhenValueHasControlCharactersThenTheyAreNotRepeated() throws IOException {
    Finding finding =
        issuer.with("issuer", "\"\\u001b[2J\\u202eevil\\n\"").finding(Check.ISSUER_MATCH);
    assertThat(finding.seen()).contains("names ?[2J?evil?,");
  }

  @Test
  void checkWhenValueIsVeryLongThenItIsCut() throws IOException {
    Finding finding =
        issuer.with("issuer", "\"" + "x".repeat(5000) + "\"").finding(Check.ISSUER_MATCH);
    assertThat(finding.seen()).hasSize(603).endsWith("x...");
  }
}
