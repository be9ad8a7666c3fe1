// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.checker.report.Severity.ERROR;
import static org.mcpauth.checker.report.Severity.WARNING;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;

/** Documents in the form that well-known products publish, at the addresses where they do. */
class ProductDocumentsTest {

  private static final String ENTRA =
      "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555";

  private final FakeWeb web = new FakeWeb();

  @AfterEach
  void close() {
    web.close();
  }

  private CompatibilityReport check(String issuer) throws IssuerUnreachableException {
    return new AuthorizationServerChecker(CheckOptions.defaults().withHttpClient(web.client()))
        .check(issuer);
  }

  private void publish(String file, String location, String keys) {
    // As products do outside of browsers' reach: no CORS header here.
    web.answer(
        location,
        200,
        Map.of("Content-Type", "application/json"),
        Resources.text("providers/" + file));
    web.json(keys, Resources.text("jwks.json"));
  }

  private static List<Check> checks(CompatibilityReport report, Severity severity) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == severity)
        .map(Finding::check)
        .toList();
  }

  private static String advice(CompatibilityReport report, Check check) {
    return report.finding(check).flatMap(Finding::advice).orElse("");
  }

  @Test
  void checkWhenEntraIdThenPkceIsMissing() throws IOException {
    publish(
        "entra-id.json",
        ENTRA + "/v2.0/.well-known/openid-configuration",
        ENTRA + "/discovery/v2.0/keys");
    CompatibilityReport report = check(ENTRA + "/v2.0");
    assertThat(checks(report, ERROR)).containsExactly(Check.PKCE_S256);
    assertThat(checks(report, WARNING))
        .containsExactly(
            Check.METADATA_CORS,
            Check.AUTHORIZATION_RESPONSE_ISS,
            Check.PUBLIC_CLIENTS,
            Check.CLIENT_ID_METADATA_DOCUMENT);
    assertThat(advice(report, Check.PKCE_S256)).contains("Entra ID supports S256");
    assertThat(report.finding(Check.DYNAMIC_REGISTRATION).orElseThrow().seen())
        .startsWith("no registration_endpoint");
  }

  @Test
  void checkWhenEntraIdWithoutTenantThenIssuerIsAnother() throws IOException {
    String common = "https://login.microsoftonline.com/common/v2.0";
    publish(
        "entra-id.json",
        common + "/.well-known/openid-configuration",
        ENTRA + "/discovery/v2.0/keys");
    CompatibilityReport report = check(common);
    assertThat(checks(report, ERROR)).containsExactly(Check.ISSUER_MATCH, Check.PKCE_S256);
    assertThat(advice(report, Check.ISSUER_MATCH)).contains("name one tenant by its ID");
  }

  @Test
  void checkWhenOktaThenCompatible() throws IOException {
    publish(
        "okta.json",
        "https://example.okta.com/.well-known/oauth-authorization-server/oauth2/default",
        "https://example.okta.com/oauth2/default/v1/keys");
    CompatibilityReport report = check("https://example.okta.com/oauth2/default");
    assertThat(report.isCompatible()).isTrue();
    assertThat(checks(report, WARNING))
        .containsExactly(
            Check.METADATA_CORS,
            Check.AUTHORIZATION_RESPONSE_ISS,
            Check.CLIENT_ID_METADATA_DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource({"https://example.eu.auth0.com/,true", "https://example.eu.auth0.com,false"})
  void checkWhenAuth0ThenTrailingSlashCounts(String issuer, boolean compatible) throws IOException {
    publish(
        "auth0.json",
        "https://example.eu.auth0.com/.well-known/openid-configuration",
        "https://example.eu.auth0.com/.well-known/jwks.json");
    CompatibilityReport report = check(issuer);
    assertThat(report.isCompatible()).isEqualTo(compatible);
    assertThat(checks(report, WARNING))
        .containsExactly(
            Check.METADATA_CORS,
            Check.AUTHORIZATION_RESPONSE_ISS,
            Check.CLIENT_ID_METADATA_DOCUMENT);
    if (!compatible) {
      Finding finding = report.finding(Check.ISSUER_MATCH).orElseThrow();
      assertThat(finding.seen())
          .isEqualTo(
              "the metadata names https://example.eu.auth0.com/, asked was"
                  + " https://example.eu.auth0.com (only a trailing slash differs)");
      assertThat(finding.advice().orElse("")).endsWith("Auth0: issuers end with a slash.");
    }
  }

  @Test
  void checkWhenCognitoThenPkceIsMissing() throws IOException {
    String issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Example01";
    publish(
        "cognito.json",
        issuer + "/.well-known/openid-configuration",
        issuer + "/.well-known/jwks.json");
    CompatibilityReport report = check(issuer);
    assertThat(checks(report, ERROR)).containsExactly(Check.PKCE_S256);
    assertThat(checks(report, WARNING))
        .containsExactly(
            Check.METADATA_CORS,
            Check.AUTHORIZATION_RESPONSE_ISS,
            Check.PUBLIC_CLIENTS,
            Check.CLIENT_ID_METADATA_DOCUMENT);
    assertThat(advice(report, Check.CLIENT_ID_METADATA_DOCUMENT)).contains("Cognito: create");
  }

  @Test
  void checkWhenGoogleThenClientsHaveToBeRegisteredByHand() throws IOException {
    publish(
        "google.json",
        "https://accounts.google.com/.well-known/openid-configuration",
        "https://www.googleapis.com/oauth2/v3/certs");
    CompatibilityReport report = check("https://accounts.google.com");
    assertThat(report.isCompatible()).isTrue();
    assertThat(checks(report, WARNING))
        .containsExactly(
            Check.METADATA_CORS,
            Check.AUTHORIZATION_RESPONSE_ISS,
            Check.PUBLIC_CLIENTS,
            Check.CLIENT_ID_METADATA_DOCUMENT);
    assertThat(advice(report, Check.CLIENT_ID_METADATA_DOCUMENT)).contains("register every client");
  }

  @Test
  void checkWhenKeycloakThenCompatible() throws IOException {
    String issuer = "https://sso.example.com/realms/mcp";
    publish(
        "keycloak.json",
        issuer + "/.well-known/openid-configuration",
        issuer + "/protocol/openid-connect/certs");
    CompatibilityReport report = check(issuer);
    assertThat(report.isCompatible()).isTrue();
    assertThat(checks(report, WARNING))
        .containsExactly(
            Check.METADATA_CORS, Check.PUBLIC_CLIENTS, Check.CLIENT_ID_METADATA_DOCUMENT);
    assertThat(report.finding(Check.MTLS).orElseThrow().seen())
        .endsWith("with mtls_endpoint_aliases");
  }

  @Test
  void checkWhenThereIsNoMetadataAtAllThenError() throws IOException {
    CompatibilityReport report = check("https://github.com/login/oauth");
    assertThat(report.isCompatible()).isFalse();
    assertThat(report.metadataLocation()).isEmpty();
    assertThat(report.findings())
        .extracting(Finding::check)
        .containsExactly(Check.ISSUER_SYNTAX, Check.METADATA_DISCOVERY);
    assertThat(report.finding(Check.METADATA_DISCOVERY).orElseThrow().seen())
        .isEqualTo(
            "https://github.com/.well-known/oauth-authorization-server/login/oauth -> 404;"
                + " https://github.com/.well-known/openid-configuration/login/oauth -> 404;"
                + " https://github.com/login/oauth/.well-known/openid-configuration -> 404");
  }
}
