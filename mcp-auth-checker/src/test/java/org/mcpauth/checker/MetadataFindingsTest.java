// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.checker.report.Severity.ERROR;
import static org.mcpauth.checker.report.Severity.INFO;
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
import org.junit.jupiter.params.provider.MethodSource;
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

  static Stream<Arguments> spoiled() {
    return Stream.of(
        spoil("code_challenge_methods_supported", "", Check.PKCE_S256, ERROR, "no code_chall"),
        spoil("code_challenge_methods_supported", "[\"plain\"]", Check.PKCE_S256, ERROR, "plain"),
        spoil("code_challenge_methods_supported", "[]", Check.PKCE_S256, ERROR, "none"),
        spoil(
            "code_challenge_methods_supported", "\"S256\"", Check.METADATA_MEMBERS, ERROR, "array"),
        spoil("jwks_uri", "null", Check.METADATA_MEMBERS, ERROR, "jwks_uri is not a string"),
        spoil(
            "client_id_metadata_document_supported",
            "\"true\"",
            Check.METADATA_MEMBERS,
            ERROR,
            "bool"),
        spoil("issuer", "", Check.ISSUER_MATCH, ERROR, "no issuer"),
        spoil(
            "issuer",
            "\"https://issuer.example.com/\"",
            Check.ISSUER_MATCH,
            ERROR,
            "only a trailing slash"),
        spoil(
            "issuer",
            "\"https://Issuer.example.com\"",
            Check.ISSUER_MATCH,
            ERROR,
            "upper and lower case"),
        spoil(
            "issuer",
            "\"https://other.example.com\"",
            Check.ISSUER_MATCH,
            ERROR,
            "names https://other"),
        spoil("authorization_endpoint", "", Check.AUTHORIZATION_ENDPOINT, ERROR, "no auth"),
        spoil(
            "authorization_endpoint",
            "\"https://a.example/x#y\"",
            Check.AUTHORIZATION_ENDPOINT,
            ERROR,
            "fragment"),
        spoil("token_endpoint", "", Check.TOKEN_ENDPOINT, ERROR, "no token_endpoint"),
        spoil(
            "token_endpoint",
            "\"http://issuer.example.com/token\"",
            Check.TOKEN_ENDPOINT,
            ERROR,
            "is http"),
        spoil("token_endpoint", "\"/token\"", Check.TOKEN_ENDPOINT, ERROR, "no absolute https URL"),
        spoil(
            "token_endpoint", "\"http://localhost/token\"", Check.TOKEN_ENDPOINT, ERROR, "is http"),
        spoil("token_endpoint", "\"not a url\"", Check.TOKEN_ENDPOINT, ERROR, "is no URL"),
        spoil("response_types_supported", "", Check.RESPONSE_TYPE_CODE, ERROR, "none"),
        spoil("response_types_supported", "[\"token\"]", Check.RESPONSE_TYPE_CODE, ERROR, "token"),
        spoil("grant_types_supported", "", Check.GRANT_AUTHORIZATION_CODE, OK, "which means"),
        spoil("grant_types_supported", "", Check.GRANT_REFRESH_TOKEN, INFO, "unknown"),
        spoil(
            "grant_types_supported",
            "[\"client_credentials\"]",
            Check.GRANT_AUTHORIZATION_CODE,
            ERROR,
            "client_cred"),
        spoil(
            "grant_types_supported",
            "[\"authorization_code\"]",
            Check.GRANT_REFRESH_TOKEN,
            WARNING,
            "not published"),
        spoil(
            "grant_types_supported",
            "[\"authorization_code\"]",
            Check.GRANT_CLIENT_CREDENTIALS,
            INFO,
            "not published"),
        spoil(
            "authorization_response_iss_parameter_supported",
            "false",
            Check.AUTHORIZATION_RESPONSE_ISS,
            WARNING,
            "not true"),
        spoil("scopes_supported", "", Check.SCOPE_OFFLINE_ACCESS, INFO, "no scopes_supported"),
        spoil("scopes_supported", "[\"a\"]", Check.SCOPE_OFFLINE_ACCESS, INFO, "no offline_access"),
        spoil(
            "token_endpoint_auth_methods_supported",
            "",
            Check.PUBLIC_CLIENTS,
            WARNING,
            "client_secret_basic only"),
        spoil(
            "token_endpoint_auth_methods_supported",
            "[\"private_key_jwt\"]",
            Check.PUBLIC_CLIENTS,
            WARNING,
            "private_key_jwt"),
        spoil(
            "client_id_metadata_document_supported",
            "",
            Check.CLIENT_ID_METADATA_DOCUMENT,
            WARNING,
            "not true"),
        spoil(
            "registration_endpoint",
            "",
            Check.DYNAMIC_REGISTRATION,
            INFO,
            "no registration_endpoint"),
        spoil(
            "registration_endpoint",
            "\"http://a.example/\"",
            Check.DYNAMIC_REGISTRATION,
            WARNING,
            "is http"),
        spoil("introspection_endpoint", "", Check.INTROSPECTION, INFO, "no introspection_endpoint"),
        spoil("revocation_endpoint", "", Check.REVOCATION, INFO, "no revocation_endpoint"),
        spoil("dpop_signing_alg_values_supported", "", Check.DPOP, INFO, "not advertised"),
        spoil("tls_client_certificate_bound_access_tokens", "", Check.MTLS, INFO, "is not true"),
        spoil("mtls_endpoint_aliases", "{}", Check.MTLS, OK, "with mtls_endpoint_aliases"),
        spoil("jwks_uri", "", Check.JWKS_URI, WARNING, "no jwks_uri"),
        spoil("jwks_uri", "\"http://issuer.example.com/jwks\"", Check.JWKS_URI, ERROR, "is http"),
        spoil(
            "jwks_uri",
            "\"https://issuer.example.com/none\"",
            Check.JWKS_KEYS,
            ERROR,
            "status 404"));
  }

  private static Arguments spoil(
      String member, String json, Check check, Severity severity, String seen) {
    return Arguments.of(member, json, check, severity, seen);
  }

  @ParameterizedTest
  @MethodSource("spoiled")
  void checkWhenMemberIsSpoiledThenSaysSo(
      String member, String json, Check check, Severity severity, String seen) throws IOException {
    Finding finding = issuer.with(member, json).finding(check);
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
