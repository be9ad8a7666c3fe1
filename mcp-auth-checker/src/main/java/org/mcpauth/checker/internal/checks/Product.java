// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpauth.checker.internal.discovery.IssuerIdentifier;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;

/**
 * Products whose issuers can be told by their address, and what to do there. Only what is certain
 * is said.
 */
public enum Product {
  /** Keycloak. */
  KEYCLOAK,
  /** Microsoft Entra ID. */
  ENTRA_ID,
  /** Okta. */
  OKTA,
  /** Auth0. */
  AUTH0,
  /** Amazon Cognito. */
  COGNITO;

  /**
   * Whose issuer it is.
   *
   * @param issuer an issuer
   * @return the product; empty if the address does not tell
   */
  public static Optional<Product> of(IssuerIdentifier issuer) {
    String host = issuer.uri().getHost().toLowerCase(Locale.ROOT);
    String path = issuer.uri().getRawPath();
    if (host.equals("login.microsoftonline.com")) {
      return Optional.of(ENTRA_ID);
    }
    if (isBelow(host, "okta.com", "oktapreview.com", "okta-emea.com")) {
      return Optional.of(OKTA);
    }
    if (isBelow(host, "auth0.com")) {
      return Optional.of(AUTH0);
    }
    if (host.startsWith("cognito-idp.") && isBelow(host, "amazonaws.com")) {
      return Optional.of(COGNITO);
    }
    return path.contains("/realms/") ? Optional.of(KEYCLOAK) : Optional.empty();
  }

  private static boolean isBelow(String host, String... domains) {
    Predicate<String> below = domain -> host.endsWith("." + domain);
    return Stream.of(domains).anyMatch(below);
  }

  /**
   * Adds what to do in this product.
   *
   * @param finding a finding
   * @return the same, with more advice if there is something to do and something to say
   */
  public Finding advise(Finding finding) {
    if (finding.severity() == Severity.OK || finding.severity() == Severity.INFO) {
      return finding;
    }
    String advice = advice(finding.check());
    return advice.isEmpty() ? finding : finding.withAdvice(advice);
  }

  private String advice(Check check) {
    return switch (this) {
      case KEYCLOAK -> keycloak(check);
      case ENTRA_ID -> entra(check);
      case OKTA -> okta(check);
      case AUTH0 -> auth0(check);
      case COGNITO -> cognito(check);
    };
  }

  private static String keycloak(Check check) {
    return switch (check) {
      case RESOURCE_INDICATORS ->
          "Keycloak: add an Audience mapper with the URL of the MCP server as custom audience to a"
              + " client scope that clients get.";
      default -> "";
    };
  }

  private static String entra(Check check) {
    return switch (check) {
      case PKCE_S256 ->
          "Entra ID supports S256 and does not publish it, and there is no switch: clients that"
              + " insist need an authorization server, or a proxy of the metadata, in front.";
      case TOKEN_ISSUER ->
          "Entra ID: set requestedAccessTokenVersion to 2 in the manifest of the app registration"
              + " of the MCP server; version 1 tokens have another iss.";
      case RESOURCE_INDICATORS ->
          "Entra ID puts the application ID, or its api:// URI, into aud: name that in"
              + " mcp.auth.audiences.";
      case ISSUER_MATCH ->
          "Entra ID: name one tenant by its ID, as in /<tenant id>/v2.0, not common or"
              + " organizations.";
      case CLIENT_ID_METADATA_DOCUMENT -> "Entra ID: create an app registration for each client.";
      default -> "";
    };
  }

  private static String okta(Check check) {
    return switch (check) {
      case RESOURCE_INDICATORS ->
          "Okta: a custom authorization server has one audience; set it to the URL of the MCP"
              + " server under Security, API, Authorization Servers.";
      case TOKEN_FORMAT, JWKS_URI ->
          "Okta: use a custom authorization server, such as /oauth2/default; tokens of the org"
              + " authorization server are for Okta itself.";
      default -> "";
    };
  }

  private static String auth0(Check check) {
    return switch (check) {
      case RESOURCE_INDICATORS ->
          "Auth0: create an API whose identifier is the URL of the MCP server, and enable Resource"
              + " Parameter Compatibility Profile under Settings, Advanced.";
      case TOKEN_TYPE, TOKEN_CLIENT_ID ->
          "Auth0: set the JSON Web Token profile of the API to RFC 9068.";
      case ISSUER_MATCH -> "Auth0: issuers end with a slash.";
      default -> "";
    };
  }

  private static String cognito(Check check) {
    return switch (check) {
      case RESOURCE_INDICATORS ->
          "Cognito: resource is taken in the authorization code grant of managed login, in the"
              + " Essentials and Plus tiers.";
      case CLIENT_ID_METADATA_DOCUMENT -> "Cognito: create an app client for each client.";
      default -> "";
    };
  }
}
