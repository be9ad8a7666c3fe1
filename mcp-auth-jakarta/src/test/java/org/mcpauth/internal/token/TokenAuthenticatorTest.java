// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/** Issuer, audience and lifetime. The clock skew is 60 s, a token of these tests lives 300 s. */
class TokenAuthenticatorTest {

  private static final String EXPIRED = "The access token expired";
  private static final String NO_EXPIRY = "The access token has no expiry";
  private static final String NOT_YET = "The access token is not valid yet";
  private static final String OTHER_AUDIENCE = "The access token was not issued for this resource";
  private static final String OTHER_ISSUER = "The issuer of the access token is not accepted here";

  private final TestIssuer issuer = new TestIssuer(SigningKey.RSA);
  private final Door door = Door.of(issuer, "mcp.auth.jwt.clock-skew", "60");
  private final long now = MutableClock.START.getEpochSecond();

  @Test
  void authenticateWhenValidThenTokenSaysWhatTheClaimsSay() {
    var token =
        door.authenticator.authenticate(issuer.token(door.clock).claim("scope", "a b").sign());

    assertThat(token.issuer()).isEqualTo(TestIssuer.ISSUER);
    assertThat(token.subject()).contains("alice");
    assertThat(token.clientId()).contains("client-1");
    assertThat(token.audience()).containsExactly(TestSettings.RESOURCE);
    assertThat(token.scopes()).containsExactly("a", "b");
    assertThat(token.expiresAt()).isEqualTo(MutableClock.START.plusSeconds(300));
  }

  /** RFC 7519 §4.1.4: on or after the expiration time it must not be accepted. */
  @Test
  void authenticateWhenExpiresNowAndNoSkewThenRefused() {
    Door exact = Door.of(issuer, "mcp.auth.jwt.clock-skew", "0");

    assertRefused(exact, issuer.token(exact.clock).claim("exp", now).sign(), EXPIRED);
    assertThat(
            exact.authenticator.authenticate(
                issuer.token(exact.clock).claim("exp", now + 1).sign()))
        .isNotNull();
  }

  @Test
  void authenticateWhenExpiredWithinSkewThenAccepted() {
    assertAccepted(issuer.token(door.clock).claim("exp", now));
    assertAccepted(issuer.token(door.clock).claim("exp", now - 59));
    assertRefused(issuer.token(door.clock).claim("exp", now - 60), EXPIRED);
    assertRefused(issuer.token(door.clock).claim("exp", now - 3600), EXPIRED);
  }

  @Test
  void authenticateWhenTimeGoesOnThenRefused() {
    String token = issuer.token(door.clock).sign();
    door.authenticator.authenticate(token);
    door.clock.advance(Duration.ofSeconds(359));
    door.authenticator.authenticate(token);
    door.clock.advance(Duration.ofSeconds(1));

    assertRefused(door, token, EXPIRED);
  }

  @Test
  void authenticateWhenExpIsNoDateThenRefused() {
    assertRefused(issuer.token(door.clock).without("exp"), NO_EXPIRY);
    assertRefused(issuer.token(door.clock).claim("exp", String.valueOf(now + 300)), NO_EXPIRY);
    assertRefused(issuer.token(door.clock).claim("exp", true), NO_EXPIRY);
    assertRefused(issuer.token(door.clock).claim("exp", List.of(now + 300)), NO_EXPIRY);
    assertRefused(issuer.token(door.clock).claim("exp", Long.MAX_VALUE), NO_EXPIRY);
    assertRefused(issuer.token(door.clock).claim("exp", 1e300), NO_EXPIRY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "99999999999999999999999", "1e999", "-1", "0", "-1e300", "{}", "NaN"})
  void authenticateWhenExpIsAbsurdThenRefused(String exp) {
    TokenBuilder token = issuer.token(door.clock).claim("exp", 4711);
    String claims = token.claimsJson().replace("4711", exp);

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> door.authenticator.authenticate(token.signClaims(claims)));
  }

  @Test
  void authenticateWhenExpHasFractionThenItIsCutOff() {
    assertAccepted(issuer.token(door.clock).claim("exp", now - 59 + 0.9));
    assertRefused(issuer.token(door.clock).claim("exp", now - 60 + 0.9), EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nbf", "iat"})
  void authenticateWhenNotYetValidThenRefused(String claim) {
    assertAccepted(issuer.token(door.clock).claim(claim, now));
    assertAccepted(issuer.token(door.clock).claim(claim, now + 60));
    assertRefused(issuer.token(door.clock).claim(claim, now + 61), NOT_YET);
    assertRefused(issuer.token(door.clock).claim(claim, String.valueOf(now)), NOT_YET);
    assertRefused(issuer.token(door.clock).claim(claim, Long.MAX_VALUE), NOT_YET);
    assertAccepted(issuer.token(door.clock).without(claim));
  }

  /** AUD-1 to AUD-3; FastMCP CVE-2025-69196. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mcp.example.com",
        "https://mcp.example.com/",
        "https://mcp.example.com/mc",
        "https://mcp.example.com/mcpx",
        "https://mcp.example.com/mcp/x",
        "https://mcp.example.com/mcp//",
        "https://mcp.example.com/MCP",
        "https://MCP.example.com/mcp",
        "HTTPS://mcp.example.com/mcp",
        "http://mcp.example.com/mcp",
        "https://mcp.example.com:443/mcp",
        "https://mcp.example.com/mcp?",
        "https://mcp.example.com/mcp#",
        "https://mcp.example.com/%6dcp",
        "https://mcp.example.com/./mcp",
        "https://mcp.example.com.evil.example/mcp",
        "https://mcp.example.com@evil.example/mcp",
        " https://mcp.example.com/mcp",
        "https://mcp.example.com/mcp https://other.example",
        "https://issuer.example.com",
        "client-1",
        "*",
        "/",
        ""
      })
  void authenticateWhenAudienceIsAnotherThenRefused(String audience) {
    assertRefused(issuer.token(door.clock).claim("aud", audience), OTHER_AUDIENCE);
    assertRefused(issuer.token(door.clock).claim("aud", List.of(audience, "x")), OTHER_AUDIENCE);
  }

  @Test
  void authenticateWhenAudienceIsNoStringThenRefused() {
    assertRefused(issuer.token(door.clock).without("aud"), OTHER_AUDIENCE);
    assertRefused(issuer.token(door.clock).claim("aud", List.of()), OTHER_AUDIENCE);
    assertRefused(issuer.token(door.clock).claim("aud", 1), OTHER_AUDIENCE);
    assertRefused(
        issuer.token(door.clock).claim("aud", Map.of(TestSettings.RESOURCE, 1)), OTHER_AUDIENCE);
    assertRefused(
        issuer.token(door.clock).claim("aud", List.of(List.of(TestSettings.RESOURCE))),
        OTHER_AUDIENCE);
  }

  @Test
  void authenticateWhenOneAudienceOfSeveralIsThisThenAccepted() {
    assertAccepted(
        issuer.token(door.clock).claim("aud", List.of("https://x", TestSettings.RESOURCE)));
    assertAccepted(issuer.token(door.clock).claim("aud", List.of(1, TestSettings.RESOURCE)));
  }

  /** PRM-6: with and without one trailing slash. */
  @Test
  void authenticateWhenAudienceDiffersInOneTrailingSlashThenAccepted() {
    assertAccepted(issuer.token(door.clock).claim("aud", TestSettings.RESOURCE + "/"));
  }

  @Test
  void authenticateWhenOtherAudiencesAreConfiguredThenTheyReplaceTheResource() {
    Door guid = Door.of(issuer, "mcp.auth.audiences", "api://notes,4711");

    for (String audience : List.of("api://notes", "4711")) {
      assertThat(
              guid.authenticator.authenticate(
                  issuer.token(door.clock).claim("aud", audience).sign()))
          .isNotNull();
    }
    assertRefused(guid, issuer.token(door.clock).sign(), OTHER_AUDIENCE);
  }

  @Test
  void authenticateWhenIssuerIsMissingOrVariesThenRefused() {
    assertRefused(issuer.token(door.clock).without("iss"), OTHER_ISSUER);
    for (Object variant :
        List.of(
            TestIssuer.ISSUER + "/",
            "https://ISSUER.example.com",
            "http://issuer.example.com",
            "",
            "null",
            1,
            List.of(TestIssuer.ISSUER))) {
      assertRefused(issuer.token(door.clock).claim("iss", variant), OTHER_ISSUER);
    }
  }

  /** AUD-3: whoever established the authenticity of a token, its claims are checked here. */
  @Test
  void authenticateWhenApplicationVerifiesThenClaimsAreStillChecked() {
    Map<String, Object> good =
        Map.of("iss", TestIssuer.ISSUER, "aud", TestSettings.RESOURCE, "exp", now + 300);
    assertThat(opaque(good).authenticate("opaque")).isNotNull();

    assertRefused(opaque(with(good, "aud", "https://other.example")), OTHER_AUDIENCE);
    assertRefused(opaque(with(good, "iss", "https://other.example")), OTHER_ISSUER);
    assertRefused(opaque(with(good, "exp", now - 60)), EXPIRED);
    assertRefused(opaque(with(good, "nbf", now + 61)), NOT_YET);
    assertRefused(opaque(Map.of()), OTHER_ISSUER);
  }

  @Test
  void authenticateWhenSeveralVerifiersThenFirstThatKnowsDecides() {
    Map<String, Object> good =
        Map.of("iss", TestIssuer.ISSUER, "aud", TestSettings.RESOURCE, "exp", now + 300);
    TokenVerifier unknown = token -> Optional.empty();
    TokenVerifier first = token -> Optional.of(new VerifiedClaims(with(good, "sub", "first")));
    TokenVerifier never =
        token -> {
          throw new AssertionError("not to be asked");
        };

    assertThat(authenticator(unknown, first, never).authenticate("opaque").subject())
        .contains("first");
    assertRefused(authenticator(unknown), "The access token is of no kind that is known here");
  }

  @Test
  void authenticateWhenVerifierThrowsThenNextIsNotAsked() {
    TokenVerifier never =
        token -> {
          throw new AssertionError("not to be asked");
        };
    for (RuntimeException failure :
        List.of(
            new InvalidTokenException("revoked"),
            new AuthorizationServerUnavailableException("down"),
            new IllegalStateException("bug"))) {
      TokenVerifier failing =
          token -> {
            throw failure;
          };
      assertThatThrownBy(() -> authenticator(failing, never).authenticate("opaque"))
          .isSameAs(failure);
    }
  }

  @Test
  void authenticateWhenIssuerIsDownThenUnavailable() {
    door.fetcher.breakDown(issuer);

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> door.authenticator.authenticate(issuer.token(door.clock).sign()));
  }

  /** House rule 7: no message has a token, or what an unverified token says. */
  @Test
  void authenticateWhenRefusedThenExceptionTellsNothingOfTheToken() {
    String secret = "5ecret";
    List<String> tokens =
        List.of(
            issuer.token(door.clock).claim("sub", secret).claim("exp", 1).sign(),
            issuer.token(door.clock).claim("sub", secret).claim("aud", secret).sign(),
            issuer.token(door.clock).claim("iss", secret).sign(),
            issuer.token(door.clock).claim("sub", secret).header("kid", secret).sign(),
            issuer.token(door.clock).claim("sub", secret).header("typ", secret).sign(),
            issuer.token(door.clock).claim("sub", secret).forgedWith(SigningKey.OTHER_RSA).sign(),
            secret,
            secret + "." + secret + "." + secret);
    for (String token : tokens) {
      assertThatThrownBy(() -> door.authenticator.authenticate(token))
          .isInstanceOf(InvalidTokenException.class)
          .hasNoCause()
          .hasMessageNotContainingAny(secret, token, token.substring(0, 6));
    }
  }

  private TokenAuthenticator opaque(Map<String, Object> claims) {
    return authenticator(token -> Optional.of(new VerifiedClaims(claims)));
  }

  private TokenAuthenticator authenticator(TokenVerifier... verifiers) {
    return new TokenAuthenticator(
        door.settings, door.settings.resources().get(0), List.of(verifiers), door.clock);
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.put(name, value);
    return changed;
  }

  private void assertAccepted(TokenBuilder token) {
    assertThat(door.authenticator.authenticate(token.sign())).isNotNull();
  }

  private void assertRefused(TokenBuilder token, String reason) {
    assertRefused(door, token.sign(), reason);
  }

  private static void assertRefused(TokenAuthenticator authenticator, String reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> authenticator.authenticate("opaque"))
        .withMessage(reason);
  }

  private static void assertRefused(Door door, String token, String reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> door.authenticator.authenticate(token))
        .withMessage(reason);
  }
}
