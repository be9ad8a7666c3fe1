// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.log.LogRecorder;
import org.mcpauth.internal.settings.ClaimPath;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings.ClientAuthentication;
import org.mcpauth.internal.settings.IssuerSettings.TokenIn;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.spi.VerifiedClaims;

/** Endpoints of vendors' own, with answers in the shapes that the vendors document. */
class ValidationEndpointVerifierTest {

  private static final String URI = "https://vendor.example.com/validate";

  private final MutableClock clock = new MutableClock();
  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final long now = clock.instant().getEpochSecond();

  /** FusionAuth, {@code GET /api/jwt/validate}. */
  @Test
  void verifyWhenFusionAuthThenClaimsOfTheMember() {
    var verifier =
        verifier(new AskedIssuer().as("mcp", "s").validation(URI, TokenIn.HEADER, "token", "jwt"));
    endpoint.answer(
        200,
        """
        {"jwt": {"applicationId": "3c219e58-ed0e-4b18-ad48-f4f92793ae32",
          "aud": "3c219e58-ed0e-4b18-ad48-f4f92793ae32", "email": "john@example.com",
          "email_verified": true, "exp": 1785589200, "iat": 1785585600,
          "iss": "https://issuer.example.com", "roles": ["admin", "user"],
          "sub": "00000000-0000-0001-0000-000000000000", "nothing": null}}
        """);

    assertThat(claims(verifier))
        .containsEntry("aud", "3c219e58-ed0e-4b18-ad48-f4f92793ae32")
        .containsEntry("exp", 1785589200L)
        .containsEntry("email_verified", true)
        .containsEntry("roles", List.of("admin", "user"))
        .doesNotContainKeys("jwt", "nothing");
    assertThat(endpoint.request().method()).isEqualTo("GET");
    assertThat(endpoint.request().uri()).hasToString(URI);
    assertThat(endpoint.request().body()).isEmpty();
    assertThat(endpoint.request().headers())
        .containsOnly(
            Map.entry("Accept", "application/json"), Map.entry("Authorization", "Bearer t"));
  }

  /** Google, {@code POST /tokeninfo}: every value is a string. */
  @Test
  void verifyWhenGoogleThenNumbersOfTheStrings() {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.FORM, "access_token", null));
    endpoint.answer(
        200,
        """
        {"azp": "32555940559.apps.googleusercontent.com",
         "aud": "32555940559.apps.googleusercontent.com", "sub": "111260650121245072906",
         "scope": "openid https://www.googleapis.com/auth/userinfo.email", "exp": "1785589199",
         "expires_in": "3599", "email": "a@example.com", "email_verified": "true",
         "access_type": "online"}
        """);

    assertThat(claims(verifier))
        .containsEntry("aud", "32555940559.apps.googleusercontent.com")
        .containsEntry("sub", "111260650121245072906")
        .containsEntry("exp", 1785589199L)
        .containsEntry("expires_in", 3599L)
        .containsEntry("email_verified", "true")
        .containsEntry("iss", TestIssuer.ISSUER);
    assertThat(endpoint.request().body()).isEqualTo("access_token=t");
    assertThat(endpoint.request().headers())
        .containsOnly(
            Map.entry("Accept", "application/json"),
            Map.entry("Content-Type", "application/x-www-form-urlencoded"));
  }

  /** GitHub, {@code POST /applications/{client_id}/token}. */
  @Test
  void verifyWhenGitHubThenJsonWithBasicAndDateAsExpiry() {
    var verifier =
        verifier(
            new AskedIssuer()
                .as("Iv1.8a61f9b3a7aba766", "s")
                .validation(URI, TokenIn.JSON, "access_token", null));
    endpoint.answer(200, gitHub("\"2026-08-01T20:00:00Z\""));
    Map<String, Object> claims = claims(verifier);

    assertThat(claims)
        .containsEntry("exp", Instant.parse("2026-08-01T20:00:00Z").getEpochSecond())
        .containsEntry("iss", TestIssuer.ISSUER)
        .containsEntry("scopes", List.of("repo", "user"))
        .doesNotContainKey("aud");
    assertThat(ClaimPath.parse("app/client_id").orElseThrow().in(claims))
        .contains("Iv1.8a61f9b3a7aba766");
    assertThat(ClaimPath.parse("user/login").orElseThrow().in(claims)).contains("octocat");
    assertThat(endpoint.request().method()).isEqualTo("POST");
    assertThat(endpoint.request().body()).isEqualTo("{\"access_token\":\"t\"}");
    assertThat(endpoint.request().headers())
        .containsOnly(
            Map.entry("Accept", "application/json"),
            Map.entry("Content-Type", "application/json"),
            Map.entry("Authorization", "Basic SXYxLjhhNjFmOWIzYTdhYmE3NjY6cw=="));
  }

  /** Tokens of GitHub's OAuth apps have no end: the answer counts as long as answers do. */
  @Test
  void verifyWhenNoEndIsSaidThenTtlOfTheAnswer() {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.JSON, "access_token", null));
    endpoint.answer(200, gitHub("null"));

    assertThat(claims(verifier)).containsEntry("exp", now + AskedIssuer.TTL.toSeconds());
    assertThat(verifier.verify("t").map(VerifiedClaims::cacheableFor)).contains(AskedIssuer.TTL);
  }

  private static String gitHub(String expiresAt) {
    return """
        {"id": 1, "url": "https://api.github.com/authorizations/1", "scopes": ["repo", "user"],
         "token": "", "token_last_eight": "Ae178B4a", "hashed_token": "25f94a2a5c7fbaf499c665bc",
         "app": {"url": "http://my-github-app.com", "name": "my github app",
           "client_id": "Iv1.8a61f9b3a7aba766"},
         "note": "optional note", "created_at": "2011-09-06T20:39:23Z", "expires_at": %s,
         "fingerprint": null, "user": {"login": "octocat", "id": 1, "site_admin": false}}
        """
        .formatted(expiresAt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'expires_in':100 | 100",
        "'expires_in':'100' | 100",
        "'expires_in':-1 | -1",
        "'expires_in':100,'expires_at':'1970-01-01T00:00:00Z' | 100",
        "'expires_at':'2026-08-01T12:01:40Z' | 100",
        "'expires_at':'2026-08-01T14:01:40.5+02:00' | 100",
        "'expires_at':1785585700 | 100",
        "'expires_at':'1785585700' | 100",
        "'exp':'1785585700','expires_in':5 | 100",
        "'exp':1785585700.9 | 100"
      })
  void verifyWhenEndIsSaidInSomeWayThenExp(String members, long secondsFromNow) {
    assertThat(claimsOf(members)).containsEntry("exp", now + secondsFromNow);
  }

  /** What cannot be read must not count as "no end": it stays, and is refused as no date. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'exp':'soon'",
        "'exp':'soon','expires_in':100",
        "'exp':'99999999999999999999'",
        "'expires_in':'soon'",
        "'expires_in':[100]",
        "'expires_at':'2026-08-01'",
        "'expires_at':'soon'",
        "'expires_at':{}"
      })
  void verifyWhenEndCannotBeReadThenNoDate(String members) {
    assertThat(claimsOf(members).get("exp")).isNotNull().isNotInstanceOf(Number.class);
  }

  @Test
  void verifyWhenExpiresInIsHugeThenNoOverflow() {
    assertThat(claimsOf("'expires_in':9223372036854775807")).containsEntry("exp", Long.MAX_VALUE);
  }

  @Test
  void verifyWhenOtherDatesAreStringsThenNumbers() {
    assertThat(claimsOf("'iat':'1785585600','nbf':'1785585601','sub':'1785585602'"))
        .containsEntry("iat", 1785585600L)
        .containsEntry("nbf", 1785585601L)
        .containsEntry("sub", "1785585602");
  }

  @ParameterizedTest
  @CsvSource({
    "HEADER,400", "HEADER,401", "HEADER,403", "HEADER,404",
    "FORM,400", "FORM,401", "FORM,403", "FORM,404",
    "JSON,400", "JSON,401", "JSON,404"
  })
  void verifyWhenStatusMeansNotValidThenEmptyAndRemembered(TokenIn tokenIn, int status) {
    var verifier = verifier(new AskedIssuer().validation(URI, tokenIn, "token", null));
    endpoint.answer(status, "{}");

    assertThat(verifier.verify("t")).isEmpty();
    assertThat(verifier.verify("t")).isEmpty();
    assertThat(endpoint.requests()).hasSize(1);
    clock.advance(AskedIssuer.NEGATIVE_TTL);
    assertThat(verifier.verify("t")).isEmpty();
    assertThat(endpoint.requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "JSON,403",
    "HEADER,201",
    "HEADER,204",
    "HEADER,302",
    "FORM,405",
    "FORM,422",
    "JSON,429",
    "HEADER,500",
    "HEADER,503"
  })
  void verifyWhenStatusIsAnotherThenUnavailable(TokenIn tokenIn, int status) {
    var verifier = verifier(new AskedIssuer().validation(URI, tokenIn, "token", null));
    endpoint.answer(status, "{}");

    assertUnavailable(verifier, "answers with status " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "true", "valid", "{\"a\":1,\"a\":1}"})
  void verifyWhenAnswerIsNotOneJsonObjectThenUnavailable(String body) {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", null));
    endpoint.answer(200, body);

    assertUnavailable(verifier, "answers with something that is not one JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"jwt\":null}", "{\"jwt\":\"x\"}", "{\"jwt\":[]}"})
  void verifyWhenClaimsAreNotInTheirPlaceThenUnavailable(String body) {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", "jwt"));
    endpoint.answer(200, body);

    assertUnavailable(verifier, "answers without claims where they are configured to be");
  }

  @Test
  void verifyWhenNoAnswerThenUnavailable() {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", null));
    endpoint.breakDown("connection refused");

    assertUnavailable(verifier, "does not answer: connection refused");
  }

  @Test
  void verifyWhenIssuerIsAnotherThenRefused() {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", null));
    endpoint.answer(200, "{\"iss\":\"https://other.example.com\"}");

    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify("t"));
  }

  @Test
  void verifyWhenJwtIsOfAnotherIssuerThenNotSent() {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", null));
    TestIssuer other = new TestIssuer("https://other.example.com", SigningKey.P256);

    assertThat(verifier.verify(other.token(clock).sign())).isEmpty();
    assertThat(endpoint.requests()).isEmpty();
  }

  /** An endpoint that validates every JWT of its issuer validates ID tokens too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"at_hash\":\"x\"",
        "\"c_hash\":\"x\"",
        "\"nonce\":\"x\"",
        "\"tty\":\"id\"",
        "\"token_use\":\"id\"",
        "\"typ\":\"ID\"",
        "\"token_type\":\"refresh_token\""
      })
  void verifyWhenAnswerIsAboutAnotherKindOfTokenThenRefused(String member) {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", "jwt"));
    endpoint.answer(200, "{\"jwt\":{\"sub\":\"a\"," + member + "}}");

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify("t"))
        .withMessage("The token is not an access token");
  }

  /** RFC 6750 §2.1: what is no b64token cannot be put into a header. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nX: y", "ä", "a,b", "=a"})
  void verifyWhenTokenDoesNotFitTheHeaderThenNotSent(String token) {
    var verifier = verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", null));

    assertThat(verifier.verify(token)).isEmpty();
    assertThat(endpoint.requests()).isEmpty();
  }

  @Test
  void verifyWhenJsonWithSecretInTheBodyThenMembers() {
    var client = AskedIssuer.client(ClientAuthentication.CLIENT_SECRET_POST, "mcp", "s", null);
    var verifier =
        verifier(new AskedIssuer().as(client).validation(URI, TokenIn.JSON, "token", null));
    endpoint.answer(404, "");
    verifier.verify("a\"b");

    assertThat(endpoint.request().body())
        .startsWith("{\"token\":\"a\\\"b\",")
        .contains("\"client_id\":\"mcp\"", "\"client_secret\":\"s\"");
  }

  @Test
  void verifyWhen401MayBeAboutThisResourceThenLogged() {
    var verifier =
        verifier(new AskedIssuer().as("mcp", "s").validation(URI, TokenIn.FORM, "token", null));
    endpoint.answer(401, "");
    try (LogRecorder log = new LogRecorder()) {
      assertThat(verifier.verify("t")).isEmpty();

      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("WARNING MCPAUTH-2304: https://issuer.example.com answers with status 401");
    }
  }

  @Test
  void constructorWhenNoEndpointIsConfiguredThenRefused() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> verifier(new AskedIssuer()))
        .withMessageStartingWith("MCPAUTH-2305: mcp.auth.validation-endpoint.uri is not set");
  }

  private static void assertUnavailable(ValidationEndpointVerifier verifier, String fault) {
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> verifier.verify("t"))
        .withMessage(
            "the endpoint of https://issuer.example.com that knows about tokens %s", fault);
  }

  private Map<String, Object> claimsOf(String members) {
    endpoint.answer(200, ("{" + members + "}").replace('\'', '"'));
    return claims(verifier(new AskedIssuer().validation(URI, TokenIn.HEADER, "token", null)));
  }

  private static Map<String, Object> claims(ValidationEndpointVerifier verifier) {
    return verifier.verify("t").orElseThrow().values();
  }

  private ValidationEndpointVerifier verifier(AskedIssuer issuer) {
    var settings = issuer.settings();
    return new ValidationEndpointVerifier(
        settings,
        new ForeignTokens(TestIssuer.ISSUER),
        new Backchannel(
            endpoint,
            new ClientAuthenticator(settings, Optional.empty(), clock),
            clock,
            Backchannel.Limits.of(Duration.ofSeconds(1))));
  }
}
