// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mcpauth.checker.report.Severity.ERROR;
import static org.mcpauth.checker.report.Severity.OK;
import static org.mcpauth.checker.report.Severity.WARNING;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.checker.internal.discovery.IssuerIdentifier;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;

class DiscoveryTest {

  private static final String HOST = "https://as.example.com";
  private static final String OAUTH = HOST + "/.well-known/oauth-authorization-server";
  private static final String OPENID = HOST + "/.well-known/openid-configuration";

  private final FakeWeb web = new FakeWeb();
  private CheckOptions options = CheckOptions.defaults().withHttpClient(web.client());

  @AfterEach
  void close() {
    web.close();
  }

  private CompatibilityReport check(String issuer) throws IssuerUnreachableException {
    return new AuthorizationServerChecker(options).check(issuer);
  }

  private static Finding discovery(CompatibilityReport report) {
    return report.finding(Check.METADATA_DISCOVERY).orElseThrow();
  }

  @Test
  void checkWhenIssuerHasPathThenAsksInTheOrderOfMcp() throws IOException {
    web.json(HOST + "/realms/a/.well-known/openid-configuration", "{}");
    CompatibilityReport report = check(HOST + "/realms/a");
    assertThat(discovery(report))
        .isEqualTo(
            Finding.ok(
                Check.METADATA_DISCOVERY,
                OAUTH
                    + "/realms/a -> 404; "
                    + OPENID
                    + "/realms/a -> 404; "
                    + HOST
                    + "/realms/a/.well-known/openid-configuration -> 200"));
    assertThat(report.metadataLocation())
        .contains(URI.create(HOST + "/realms/a/.well-known/openid-configuration"));
    assertThat(web.received()).extracting(FakeWeb.Received::method).containsOnly("GET");
  }

  @Test
  void checkWhenSeveralAnswerThenTheFirstCounts() throws IOException {
    web.json(OAUTH, "{\"issuer\":\"first\"}").json(OPENID, "{\"issuer\":\"second\"}");
    CompatibilityReport report = check(HOST);
    assertThat(report.metadataLocation()).contains(URI.create(OAUTH));
    assertThat(report.finding(Check.ISSUER_MATCH).orElseThrow().seen()).contains("names first");
    assertThat(discovery(report).seen()).isEqualTo(OAUTH + " -> 200; " + OPENID + " -> 200");
  }

  @Test
  void checkWhenRedirectedThenReportsAndDoesNotFollow() throws IOException {
    web.answer(OAUTH, 301, Map.of("Location", OPENID + "/moved"), "")
        .json(OPENID + "/moved", "{}")
        .json(OPENID, "{}");
    Finding finding = discovery(check(HOST));
    assertThat(finding.severity()).isEqualTo(WARNING);
    assertThat(finding.seen())
        .isEqualTo(OAUTH + " -> 301 to " + OPENID + "/moved (not followed); " + OPENID + " -> 200");
    assertThat(web.received()).extracting(FakeWeb.Received::url).containsExactly(OAUTH, OPENID);
  }

  static Stream<Arguments> noDocuments() {
    return Stream.of(
        Arguments.of(500, "", "500"),
        Arguments.of(204, "", "204"),
        Arguments.of(200, "<!DOCTYPE html><html></html>", "200, but a page, not JSON"),
        Arguments.of(200, "", "200, but not a JSON object"),
        Arguments.of(200, "[]", "200, but not a JSON object"),
        Arguments.of(200, "{} {}", "200, but not a JSON object"),
        Arguments.of(200, "{\"a\":" + "9".repeat(100_000) + "}", "200, but not a JSON object"),
        Arguments.of(200, "{\"a\":1,\"a\":2}", "200, but JSON with the same member twice"),
        Arguments.of(200, "{\"a\":" + "[".repeat(100_000), "200, but JSON nested deeper than 32"),
        Arguments.of(
            200,
            "{\"a\":".repeat(50) + "1" + "}".repeat(50),
            "200, but JSON nested deeper than 32"),
        Arguments.of(200, "x".repeat(10_000_000), "the answer is larger than 524288 bytes"));
  }

  @ParameterizedTest
  @MethodSource("noDocuments")
  void checkWhenAnswerIsNoDocumentThenSaysWhatItIs(int status, String body, String seen)
      throws IOException {
    web.answer(OAUTH, status, Map.of(), body);
    CompatibilityReport report = check(HOST);
    assertThat(discovery(report).severity()).isEqualTo(ERROR);
    assertThat(discovery(report).seen())
        .isEqualTo(OAUTH + " -> " + seen + "; " + OPENID + " -> 404");
    assertThat(report.metadataLocation()).isEmpty();
    assertThat(report.isCompatible()).isFalse();
  }

  @Test
  void checkWhenMaxResponseSizeIsSmallerThenGivesUpEarlier() throws IOException {
    options = options.withMaxResponseSize(10);
    web.json(OAUTH, "{\"issuer\":1}").json(OPENID, "{\"a\":1234}");
    CompatibilityReport report = check(HOST);
    assertThat(discovery(report).seen())
        .isEqualTo(OAUTH + " -> the answer is larger than 10 bytes; " + OPENID + " -> 200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "http://as.example.com|its scheme is http",
        "https://as.example.com?a=b|it has a query",
        "https://as.example.com#a|it has a fragment",
        "http://127.0.0.1.example.com|its scheme is http"
      })
  void checkWhenIdentifierIsBadThenError(String issuer, String fault) throws IOException {
    Finding finding = check(issuer).finding(Check.ISSUER_SYNTAX).orElseThrow();
    assertThat(finding.severity()).isEqualTo(ERROR);
    assertThat(finding.seen()).isEqualTo(issuer + ": " + fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9", "http://127.1.2.3:9", HOST, HOST + "/a/"})
  void checkWhenIdentifierIsGoodThenOk(String issuer) throws IOException {
    assertThat(check(issuer).finding(Check.ISSUER_SYNTAX).orElseThrow().severity()).isEqualTo(OK);
  }

  @Test
  void checkWhenIdentifierIsLoopbackAddressOfVersionSixThenHttpIsFine() {
    assertThat(IssuerIdentifier.parse("http://[::1]:9090/a").faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "issuer.example.com",
        "/issuer",
        "ftp://issuer.example.com",
        "https:///path",
        "https://user:geheim@issuer.example.com",
        "https://user:geheim@issuer.example.com/ a",
        "https://geheim example"
      })
  void checkWhenIssuerIsNoUrlThenRefusesWithoutRepeatingIt(String issuer) {
    assertThatThrownBy(() -> check(issuer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the issuer ")
        .message()
        .doesNotContain("geheim");
    assertThat(web.received()).isEmpty();
  }
}
