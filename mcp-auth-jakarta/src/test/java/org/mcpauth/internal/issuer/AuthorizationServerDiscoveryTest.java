// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.spi.JsonProvider;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.settings.ConfigurationException;

/** MCP authorization, Authorization Server Metadata Discovery; RFC 8414 §3. */
class AuthorizationServerDiscoveryTest {

  private static final String ROOT = "https://issuer.example.com";
  private static final String REALM = "https://issuer.example.com/realms/notes";
  private static final String ROOT_OAUTH = ROOT + "/.well-known/oauth-authorization-server";
  private static final String ROOT_OIDC = ROOT + "/.well-known/openid-configuration";
  private static final String REALM_OAUTH = ROOT_OAUTH + "/realms/notes";
  private static final String REALM_OIDC = ROOT_OIDC + "/realms/notes";
  private static final String REALM_OIDC_APPENDED = REALM + "/.well-known/openid-configuration";

  private final FakeHttpFetcher fetcher = new FakeHttpFetcher();

  @Test
  void discoverWhenFirstLocationHasItThenAskedOnce() {
    fetcher.serve(ROOT_OAUTH, document(ROOT, ROOT + "/jwks"));

    AuthorizationServerMetadata metadata = discover(ROOT);
    assertThat(metadata.issuer()).isEqualTo(ROOT);
    assertThat(metadata.jwksUri()).contains(URI.create(ROOT + "/jwks"));
    assertThat(metadata.text()).isEqualTo(document(ROOT, ROOT + "/jwks"));
    assertThat(fetcher.calls()).containsExactly(ROOT_OAUTH);
  }

  @Test
  void discoverWhenIssuerHasNoPathThenTwoLocationsInOrder() {
    assertNotFound(ROOT);

    assertThat(fetcher.calls()).containsExactly(ROOT_OAUTH, ROOT_OIDC);
  }

  @Test
  void discoverWhenIssuerHasPathThenThreeLocationsInOrder() {
    assertNotFound(REALM);

    assertThat(fetcher.calls()).containsExactly(REALM_OAUTH, REALM_OIDC, REALM_OIDC_APPENDED);
  }

  @Test
  void discoverWhenIssuerEndsWithSlashThenSlashIsNotInserted() {
    fetcher.serve(REALM_OIDC_APPENDED, document(REALM + "/", ROOT + "/jwks"));

    assertThat(discover(REALM + "/").issuer()).isEqualTo(REALM + "/");
    assertThat(fetcher.calls()).containsExactly(REALM_OAUTH, REALM_OIDC, REALM_OIDC_APPENDED);
  }

  @Test
  void discoverWhenPortAndEncodedPathThenKept() {
    String issuer = "https://issuer.example.com:8443/a%2Fb";
    assertNotFound(issuer);

    assertThat(fetcher.calls())
        .startsWith("https://issuer.example.com:8443/.well-known/oauth-authorization-server/a%2Fb");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 307, 400, 401, 403, 404, 405, 410, 418})
  void discoverWhenNotThereThenNextIsTried(int status) {
    fetcher.serve(REALM_OAUTH, status, document(REALM, "https://evil.example/jwks"));
    fetcher.serve(REALM_OIDC, document(REALM, ROOT + "/jwks"));

    assertThat(discover(REALM).jwksUri()).contains(URI.create(ROOT + "/jwks"));
    assertThat(fetcher.calls()).containsExactly(REALM_OAUTH, REALM_OIDC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!doctype html><html></html>", "", "[]", "null", "\"x\"", "{\"issuer\":"})
  void discoverWhenNoJsonObjectThenNextIsTried(String body) {
    fetcher.serve(REALM_OAUTH, body);
    fetcher.serve(REALM_OIDC, body);
    fetcher.serve(REALM_OIDC_APPENDED, document(REALM, ROOT + "/jwks"));

    assertThat(discover(REALM).jwksUri()).contains(URI.create(ROOT + "/jwks"));
  }

  @Test
  void discoverWhenJsonIsDeepThenNoError() {
    fetcher.serve(ROOT_OAUTH, "{\"a\":" + "[".repeat(100_000));
    fetcher.serve(ROOT_OIDC, document(ROOT, ROOT + "/jwks"));

    assertThat(discover(ROOT).jwksUri()).contains(URI.create(ROOT + "/jwks"));
  }

  /** RFC 8414 §3.3: the issuer must be identical, code point by code point. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://issuer.example.com/",
        "https://ISSUER.example.com",
        "http://issuer.example.com",
        ""
      })
  void discoverWhenIssuerDiffersThenConfigurationException(String named) {
    fetcher.serve(ROOT_OAUTH, document(named, ROOT + "/jwks"));
    fetcher.serve(ROOT_OIDC, document(ROOT, ROOT + "/jwks"));

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> discover(ROOT))
        .withMessage(
            "MCPAUTH-2002: mcp.auth.authorization-servers: the metadata of"
                + " https://issuer.example.com at"
                + " https://issuer.example.com/.well-known/oauth-authorization-server names"
                + " another issuer, '"
                + named
                + "' (RFC 8414 §3.3); a good value is an issuer identifier such as"
                + " https://issuer.example.com");
  }

  /** What somebody else wrote must not look like another line of the log. */
  @Test
  void discoverWhenIssuerIsLongOrNotPrintableThenShownSafely() {
    fetcher.serve(ROOT_OAUTH, document("a\\n\\u202eb" + "c".repeat(300), ROOT + "/jwks"));

    assertInvalid(ROOT, "names another issuer, 'a??b" + "c".repeat(196) + "…' (RFC 8414 §3.3)");
  }

  @Test
  void discoverWhenIssuerIsMissingThenConfigurationException() {
    fetcher.serve(ROOT_OAUTH, "{\"jwks_uri\":\"https://issuer.example.com/jwks\"}");
    assertInvalid(ROOT, "names no issuer (RFC 8414 §3.3)");
    fetcher.serve(ROOT_OAUTH, "{\"issuer\":[\"https://issuer.example.com\"]}");
    assertInvalid(ROOT, "names no issuer (RFC 8414 §3.3)");
  }

  @Test
  void discoverWhenJwksUriIsMissingThenMetadataWithout() {
    fetcher.serve(ROOT_OAUTH, "{\"issuer\":\"https://issuer.example.com\"}");

    assertThat(discover(ROOT).jwksUri()).isEmpty();
  }

  @Test
  void endpointWhenSecureThenItsUrlAndWhenNotThenConfigurationException() {
    fetcher.serve(
        ROOT_OAUTH,
        document(ROOT, ROOT + "/jwks")
            .replace(
                "}",
                ",\"introspection_endpoint\":\"https://issuer.example.com/introspect\","
                    + "\"userinfo_endpoint\":\"http://issuer.example.com/userinfo\",\"x\":5}"));
    AuthorizationServerMetadata metadata = discover(ROOT);

    assertThat(metadata.introspectionEndpoint()).contains(URI.create(ROOT + "/introspect"));
    assertThat(metadata.endpoint("x")).isEmpty();
    assertThat(metadata.endpoint("token_endpoint")).isEmpty();
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(metadata::userinfoEndpoint)
        .withMessageContaining("has a userinfo_endpoint that is no https URL");
  }

  /** A key that comes over http may be anybody's (GEN-3). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example.com/jwks",
        "http://localhost.evil.example/jwks",
        "ftp://x/jwks",
        "file:///etc/passwd",
        "jar:file:/x!/y",
        "/jwks",
        "//issuer.example.com/jwks",
        "https:///jwks",
        "https:jwks",
        "data:application/json,{}",
        "",
        "not a url",
        "http://127.0.0.1.evil.example/"
      })
  void discoverWhenJwksUriIsNotHttpsThenConfigurationException(String jwksUri) {
    fetcher.serve(ROOT_OAUTH, document(ROOT, jwksUri));

    assertInvalid(ROOT, "has a jwks_uri that is no https URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8080/jwks", "http://127.0.0.1/jwks", "http://[::1]:1/jwks"})
  void discoverWhenJwksUriIsLoopbackThenHttpIsForLoopbackIssuersOnly(String jwksUri) {
    String local = "http://localhost:9090";
    fetcher.serve(ROOT_OAUTH, document(ROOT, jwksUri));
    fetcher.serve(local + "/.well-known/oauth-authorization-server", document(local, jwksUri));

    assertThat(discover(local).jwksUri()).contains(URI.create(jwksUri));
    assertInvalid(ROOT, "has a jwks_uri that is no https URL");
  }

  @Test
  void discoverWhenHttpIsAllowedThenHttpIsAccepted() {
    fetcher.serve(ROOT_OAUTH, document(ROOT, "http://issuer.example.com/jwks"));
    var insecure = new AuthorizationServerDiscovery(fetcher, JsonProvider.provider(), true);

    assertThat(insecure.discover(ROOT).jwksUri())
        .contains(URI.create("http://issuer.example.com/jwks"));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void discoverWhenServerIsInTroubleThenUnavailable(int status) {
    fetcher.serve(ROOT_OAUTH, status, "");

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> discover(ROOT))
        .withMessage("https://issuer.example.com answers with status " + status);
    assertThat(fetcher.calls()).containsExactly(ROOT_OAUTH);
  }

  @Test
  void discoverWhenNoAnswerThenUnavailable() {
    fetcher.breakDown(ROOT_OAUTH);

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> discover(ROOT))
        .withMessage("https://issuer.example.com does not answer: connection refused");
  }

  private AuthorizationServerMetadata discover(String issuer) {
    return new AuthorizationServerDiscovery(fetcher, JsonProvider.provider(), false)
        .discover(issuer);
  }

  private void assertNotFound(String issuer) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> discover(issuer))
        .withMessageStartingWith(
            "MCPAUTH-2001: mcp.auth.authorization-servers: "
                + issuer
                + " publishes no metadata; tried [https://");
  }

  private void assertInvalid(String issuer, String fault) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> discover(issuer))
        .withMessageStartingWith("MCPAUTH-2002")
        .withMessageContaining(fault);
  }

  private static String document(String issuer, String jwksUri) {
    return "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + jwksUri + "\"}";
  }
}
