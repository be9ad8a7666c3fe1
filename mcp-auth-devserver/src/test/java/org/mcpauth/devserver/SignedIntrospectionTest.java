// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** RFC 9701. */
class SignedIntrospectionTest {

  private static final String SIGNED = "application/token-introspection+jwt";
  private static final MutableClock CLOCK = new MutableClock();

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .clock(CLOCK)
                  .introspectionBearerToken("the-token", RESOURCE));

  private final DevAuthorizationServer server = AUTH.server();
  private final TestClient client = new TestClient(server);
  private final String token =
      server.tokens().forResource(RESOURCE).subject("alice").scope("a b").mint();

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  @Test
  void introspectWhenSignedWantedThenJwtForTheCallerHoldsTheAnswer() throws Exception {
    Answer answer = asClient(token, SIGNED);
    SignedJWT jwt = SignedJWT.parse(answer.body());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(SIGNED);
    assertThat(jwt.getHeader().toJSONObject())
        .containsEntry("typ", "token-introspection+jwt")
        .containsEntry("alg", "RS256")
        .containsEntry("kid", key().getKeyID());
    assertThat(jwt.verify(new RSASSAVerifier(key()))).isTrue();
    assertThat(jwt.getJWTClaimsSet().toJSONObject())
        .containsOnlyKeys("iss", "aud", "iat", "token_introspection")
        .containsEntry("iss", server.issuer().toString())
        .containsEntry("aud", "dev")
        .containsEntry("iat", CLOCK.instant().getEpochSecond())
        .containsEntry("token_introspection", client.introspect(token).json());
  }

  @Test
  void introspectWhenActiveThenEveryMemberOfRfc7662IsThere() {
    long now = CLOCK.instant().getEpochSecond();

    assertThat(client.introspect(token).json())
        .containsOnlyKeys(
            "active",
            "iss",
            "sub",
            "aud",
            "client_id",
            "scope",
            "iat",
            "nbf",
            "exp",
            "jti",
            "token_type",
            "username")
        .containsEntry("username", "alice")
        .containsEntry("nbf", now)
        .containsEntry("iat", now);
    assertThat(
            client.introspect(server.tokens().forResource(RESOURCE).subject("dev").mint()).json())
        .doesNotContainKey("username");
  }

  @Test
  void introspectWhenInactiveThenSignedAnswerSaysNothingElse() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(asClient("unknown", SIGNED).body()).getJWTClaimsSet();

    assertThat(claims.getJSONObjectClaim("token_introspection")).isEqualTo(Map.of("active", false));
  }

  @Test
  void introspectWhenBearerTokenThenAudienceIsItsResource() throws Exception {
    Answer answer =
        client.send(
            client
                .form("/introspect", "token", token)
                .header("Authorization", "Bearer the-token")
                .header("Accept", SIGNED));

    assertThat(SignedJWT.parse(answer.body()).getJWTClaimsSet().getAudience())
        .containsExactly(RESOURCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, " + SIGNED,
        SIGNED + ";q=1",
        "APPLICATION/token-introspection+JWT"
      })
  void introspectWhenAcceptNamesItThenSigned(String accept) {
    assertThat(asClient(token, accept).header("Content-Type")).isEqualTo(SIGNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "*/*", "application/jwt"})
  void introspectWhenAcceptDoesNotNameItThenJson(String accept) {
    assertThat(asClient(token, accept).json()).containsEntry("active", true);
  }

  @Test
  void signedIntrospectionWhenBrokenThenThatAloneIsWrong() throws Exception {
    assertThat(verifies(response -> response)).isTrue();
    assertThat(verifies(TokenDraft::foreignKey)).isFalse();
    assertThat(verifies(TokenDraft::tamperedSignature)).isFalse();

    SignedJWT otherAudience = signed(response -> response.audience("https://other.example"));
    assertThat(otherAudience.verify(new RSASSAVerifier(key()))).isTrue();
    assertThat(otherAudience.getJWTClaimsSet().getAudience())
        .isEqualTo(List.of("https://other.example"));
    assertThat(otherAudience.getJWTClaimsSet().getClaims()).containsKey("token_introspection");

    SignedJWT otherType = signed(response -> response.type("at+jwt"));
    assertThat(otherType.getHeader().getType().getType()).isEqualTo("at+jwt");

    server.faults().repair(Faults.Endpoint.INTROSPECTION);
    SignedJWT repaired = SignedJWT.parse(asClient(token, SIGNED).body());
    assertThat(repaired.getJWTClaimsSet().getAudience()).containsExactly("dev");
    assertThat(repaired.getHeader().getType().getType()).isEqualTo("token-introspection+jwt");
  }

  private boolean verifies(UnaryOperator<TokenDraft> change) throws Exception {
    return signed(change).verify(new RSASSAVerifier(key()));
  }

  private SignedJWT signed(UnaryOperator<TokenDraft> change) throws Exception {
    server.faults().signedIntrospection(change);
    return SignedJWT.parse(asClient(token, SIGNED).body());
  }

  private Answer asClient(String introspected, String accept) {
    return client.send(
        client
            .form("/introspect", "token", introspected)
            .header("Authorization", TestClient.basic("dev", "dev"))
            .header("Accept", accept));
  }

  private RSAKey key() throws Exception {
    return JWKSet.parse(client.get("/jwks").body()).getKeys().get(0).toRSAKey();
  }
}
