// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;

/** RFC 9068 §4, RFC 8725 §3.11 and §3.12. */
class TokenTypeRulesTest {

  private static final String NOT_TYPED = "The JWT is not typed as an access token, at+jwt";
  private static final String ANOTHER = "The JWT is not an access token";

  private final TestIssuer issuer = new TestIssuer(SigningKey.RSA);
  private final Door strict = Door.of(issuer);
  private final Door lenient = Door.of(issuer, "mcp.auth.jwt.type", "lenient");

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+JWT"})
  void authenticateWhenTypedAsAccessTokenThenAccepted(String typ) {
    assertAccepted(strict, token().header("typ", typ));
    assertAccepted(lenient, token().header("typ", typ));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "application/jwt", ""})
  void authenticateWhenUntypedThenOnlyLenientAccepts(String typ) {
    assertRefused(strict, token().header("typ", typ), NOT_TYPED);
    assertAccepted(lenient, token().header("typ", typ));
  }

  @Test
  void authenticateWhenTypeIsAbsentThenOnlyLenientAccepts() {
    assertRefused(strict, token().withoutHeader("typ"), NOT_TYPED);
    assertAccepted(lenient, token().withoutHeader("typ"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logout+jwt",
        "oauth-id-jag+jwt",
        "dpop+jwt",
        "secevent+jwt",
        "token-introspection+jwt",
        "application/logout+jwt",
        "rt+jwt",
        "id+jwt",
        "at+jwt2",
        "x-at+jwt",
        "at jwt",
        "at+jwt ",
        " at+jwt",
        "jwt ",
        "JWE",
        "application/application/at+jwt"
      })
  void authenticateWhenTypedAsSomethingElseThenRefused(String typ) {
    assertRefused(strict, token().header("typ", typ), NOT_TYPED);
    assertRefused(lenient, token().header("typ", typ), ANOTHER);
  }

  @Test
  void authenticateWhenTypeIsNoStringThenRefusedByStrict() {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(
            () ->
                strict.authenticator.authenticate(token().header("typ", List.of("at+jwt")).sign()));
  }

  /** OpenID Connect Core §2 and §3.3.2.11, Back-Channel Logout §2.4, RFC 9701, RFC 9449. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonce",
        "at_hash",
        "c_hash",
        "s_hash",
        "events",
        "token_introspection",
        "htu",
        "htm"
      })
  void authenticateWhenUntypedWithForeignClaimThenRefused(String claim) {
    TokenBuilder token = token().header("typ", "JWT").claim(claim, "x");

    assertRefused(lenient, token, ANOTHER);
    assertRefused(strict, token, NOT_TYPED);
  }

  /** Keycloak marks its tokens in the payload. */
  @ParameterizedTest
  @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", "bearer", "id", ""})
  void authenticateWhenUntypedAndKeycloakSaysAnotherTypeThenRefused(String typ) {
    assertRefused(lenient, token().header("typ", "JWT").claim("typ", typ), ANOTHER);
  }

  @Test
  void authenticateWhenUntypedAndKeycloakSaysBearerThenLenientAccepts() {
    assertAccepted(lenient, token().header("typ", "JWT").claim("typ", "Bearer"));
  }

  /** Cognito marks its tokens in the payload. */
  @Test
  void authenticateWhenUntypedAndCognitoSaysIdThenRefused() {
    assertRefused(lenient, token().header("typ", "JWT").claim("token_use", "id"), ANOTHER);
    assertRefused(
        lenient, token().header("typ", "JWT").claim("token_use", Map.of("a", "access")), ANOTHER);
    assertAccepted(lenient, token().header("typ", "JWT").claim("token_use", "access"));
  }

  /**
   * FusionAuth marks its tokens in the payload: a mark needs neither scope nor client beside it.
   */
  @Test
  void authenticateWhenUntypedAndMarkedAsAccessTokenThenLenientAccepts() {
    TokenBuilder token = token().header("typ", "JWT").without("client_id");

    assertRefused(lenient, token, ANOTHER);
    assertRefused(lenient, token.claim("tty", "id"), ANOTHER);
    assertAccepted(lenient, token.claim("tty", "at"));
  }

  /** Entra ID puts a user's roles into ID tokens too: that they can be scopes proves nothing. */
  @Test
  void authenticateWhenUntypedAndOnlyRolesThenRefusedAlthoughTheyAreReadAsScopes() {
    Door door =
        Door.of(
            issuer,
            "mcp.auth.jwt.type",
            "lenient",
            "mcp.auth.claims.scopes",
            "scp,roles",
            "mcp.auth.claims.roles",
            "roles,groups");
    TokenBuilder token =
        token().header("typ", "JWT").without("client_id").claim("roles", List.of("notes:read"));

    assertRefused(door, token, ANOTHER);
    assertAccepted(door, token.claim("azp", "client-1"));
  }

  /** Every ID token has an audience: that it can name the client proves nothing. */
  @Test
  void authenticateWhenUntypedAndOnlyAudienceNamesTheClientThenRefused() {
    Door door =
        Door.of(
            issuer, "mcp.auth.jwt.type", "lenient", "mcp.auth.claims.client-id", "appId,azp,aud");
    TokenBuilder token = token().header("typ", "JWT").without("client_id");

    assertRefused(door, token, ANOTHER);
    assertAccepted(door, token.claim("appId", "client-1"));
  }

  private TokenBuilder token() {
    return issuer.token(strict.clock);
  }

  private static void assertAccepted(Door door, TokenBuilder token) {
    assertThat(door.authenticator.authenticate(token.sign())).isNotNull();
  }

  private static void assertRefused(Door door, TokenBuilder token, String reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> door.authenticator.authenticate(token.sign()))
        .withMessage(reason);
  }
}
