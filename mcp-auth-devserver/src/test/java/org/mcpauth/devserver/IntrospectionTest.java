// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class IntrospectionTest {

  private static final MutableClock CLOCK = new MutableClock();

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .clock(CLOCK)
                  .client(DevClient.confidential("other", "other"))
                  .client(DevClient.publicClient("app").redirectUri("http://127.0.0.1/callback")));

  private final TestClient client = new TestClient(AUTH.server());
  private final TokenMinter tokens = AUTH.server().tokens();

  @Test
  void introspectWhenActiveThenTellsTheClaims() {
    Answer issued = client.redeem(client.code("scope", "a b", "resource", RESOURCE));

    Answer answer = client.introspect(issued.text("access_token"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("active", true)
        .containsEntry("scope", "a b")
        .containsEntry("client_id", "app")
        .containsEntry("sub", "dev-user")
        .containsEntry("aud", RESOURCE)
        .containsEntry("iss", AUTH.server().issuer().toString())
        .containsEntry("token_type", "Bearer")
        .containsEntry("exp", CLOCK.instant().getEpochSecond() + 300);
  }

  @Test
  void introspectWhenMintedThenKnowsItTooAndItsAudiences() {
    String jwt = tokens.forResource(RESOURCE, "urn:b").subject("alice").mint();
    String opaque = tokens.forResource(RESOURCE).subject("alice").opaque().mint();

    assertThat(client.introspect(jwt).json()).containsEntry("aud", List.of(RESOURCE, "urn:b"));
    assertThat(opaque).doesNotContain(".");
    assertThat(client.introspect(opaque).json()).containsEntry("sub", "alice");
  }

  @Test
  void introspectWhenNotGoodThenInactiveAndNothingElse() {
    String refreshToken = client.redeem(client.code()).text("refresh_token");
    String aging = tokens.forResource(RESOURCE).mint();
    CLOCK.advance(Duration.ofMinutes(5));
    TokenDraft draft = tokens.forResource(RESOURCE);

    for (String token :
        List.of(
            aging,
            refreshToken,
            draft.expired().mint(),
            draft.notYetValid().mint(),
            draft.foreignKey().mint(),
            draft.algNone().mint(),
            draft.hs256WithPublicKeyPem().mint(),
            draft.tamperedSignature().mint(),
            draft.tamperedPayload().mint(),
            draft.wrongIssuer().mint(),
            draft.idToken().mint(),
            draft.unknownKeyId().mint(),
            tokens.junk(1),
            tokens.junk(3))) {
      assertThat(client.introspect(token).json()).isEqualTo(Map.of("active", false));
    }
  }

  @Test
  void introspectWhenClientNotAuthenticatedThenRefused() {
    String token = tokens.forResource(RESOURCE).mint();

    assertThat(client.post("/introspect", "token", token).status()).isEqualTo(401);
    assertThat(client.post("/introspect", "token", token, "client_id", "app").status())
        .isEqualTo(401);
    assertThat(client.postAs("dev", "wrong", "/introspect", "token", token).status())
        .isEqualTo(401);
    assertThat(client.postAs("dev", "dev", "/introspect").error()).isEqualTo("invalid_request");
  }

  @Test
  void revokeWhenAccessTokenThenInactive() {
    String token = client.redeem(client.code()).text("access_token");

    Answer answer = client.post("/revoke", "token", token, "client_id", "app");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(client.introspect(token).json()).containsEntry("active", false);
  }

  @Test
  void revokeWhenRefreshTokenThenItsAccessTokensGoWithIt() {
    Answer issued = client.redeem(client.code());
    String refreshToken = issued.text("refresh_token");

    client.post(
        "/revoke", "token", refreshToken, "token_type_hint", "refresh_token", "client_id", "app");

    assertThat(client.refresh(refreshToken).error()).isEqualTo("invalid_grant");
    assertThat(client.introspect(issued.text("access_token")).json())
        .containsEntry("active", false);
  }

  @Test
  void revokeWhenTokenOfOtherClientThenRefusedAndStillActive() {
    String token = client.redeem(client.code()).text("access_token");

    Answer answer = client.postAs("other", "other", "/revoke", "token", token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(client.introspect(token).json()).containsEntry("active", true);
  }

  @Test
  void revokeWhenTokenUnknownThenOk() {
    assertThat(client.postAs("dev", "dev", "/revoke", "token", "unknown").status()).isEqualTo(200);
  }

  @Test
  void revokeWhenCalledInJavaThenInactiveWhoeverHasIt() {
    String token = tokens.forResource(RESOURCE).clientId("somebody").mint();

    AUTH.server().revoke(token);

    assertThat(client.introspect(token).json()).containsEntry("active", false);
  }
}
