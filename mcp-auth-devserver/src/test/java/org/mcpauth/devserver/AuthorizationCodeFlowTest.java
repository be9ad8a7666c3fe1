// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class AuthorizationCodeFlowTest {

  private static final MutableClock CLOCK = new MutableClock();

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .clock(CLOCK)
                  .client(DevClient.publicClient("app").redirectUri("http://127.0.0.1/callback"))
                  .client(
                      DevClient.publicClient("web")
                          .redirectUri("https://client.example/cb", "https://client.example/2")));

  private final TestClient client = new TestClient(AUTH.server());

  @Test
  void redeemWhenCodeValidThenIssuesRfc9068TokenForResource() throws Exception {
    Answer answer = client.redeem(client.code("scope", "a b", "resource", RESOURCE));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json()).containsEntry("expires_in", 300L).containsEntry("scope", "a b");
    assertThat(answer.accessToken().getHeader().getType()).hasToString("at+jwt");
    assertThat(answer.claims().getAudience()).containsExactly(RESOURCE);
    assertThat(answer.claims().getSubject()).isEqualTo("dev-user");
    assertThat(answer.claims().getStringClaim("client_id")).isEqualTo("app");
    assertThat(answer.claims().getStringClaim("scope")).isEqualTo("a b");
    assertThat(answer.claims().getIssuer()).isEqualTo(AUTH.server().issuer().toString());
    assertThat(answer.claims().getJWTID()).isNotEmpty();
    assertThat(answer.claims().getExpirationTime().toInstant())
        .isEqualTo(CLOCK.instant().plusSeconds(300));
  }

  @Test
  void redeemWhenSeveralResourcesThenAllOfThemOrThoseAskedForAreAudience() {
    String other = "urn:example:other";

    Answer all = client.redeem(client.code("resource", RESOURCE, "resource", other));
    Answer one =
        client.redeem(client.code("resource", RESOURCE, "resource", other), "resource", other);

    assertThat(all.claims().getAudience()).containsExactly(RESOURCE, other);
    assertThat(one.claims().getAudience()).containsExactly(other);
  }

  @Test
  void redeemWhenNoResourceThenAudienceIsIssuerAndNoScopeIsInvented() {
    Answer answer = client.redeem(client.code());

    assertThat(answer.claims().getAudience()).containsExactly(AUTH.server().issuer().toString());
    assertThat(answer.claims().getClaim("scope")).isNull();
  }

  @Test
  void redeemWhenResourceWasNotAuthorizedThenInvalidTarget() {
    Answer answer =
        client.redeem(client.code("resource", RESOURCE), "resource", "https://x.example");

    assertThat(answer.error()).isEqualTo("invalid_target");
  }

  @Test
  void redeemWhenCodeReplayedThenRefusesAndRevokesWhatItGave() {
    String code = client.code("resource", RESOURCE);
    Answer first = client.redeem(code);

    Answer second = client.redeem(code);

    assertThat(second.status()).isEqualTo(400);
    assertThat(second.error()).isEqualTo("invalid_grant");
    assertThat(client.introspect(first.text("access_token")).json()).containsEntry("active", false);
    assertThat(client.refresh(first.text("refresh_token")).error()).isEqualTo("invalid_grant");
  }

  @Test
  void redeemWhenCodeExpiredThenInvalidGrant() {
    String code = client.code();
    CLOCK.advance(Duration.ofMinutes(2));

    assertThat(client.redeem(code).error()).isEqualTo("invalid_grant");
  }

  @Test
  void redeemWhenVerifierWrongOrMissingThenRefuses() {
    String wrong = "z".repeat(43);
    Answer mismatch =
        client.post(
            "/token",
            "grant_type",
            "authorization_code",
            "client_id",
            "app",
            "code",
            client.code(),
            "code_verifier",
            wrong);
    Answer missing =
        client.post(
            "/token",
            "grant_type",
            "authorization_code",
            "client_id",
            "app",
            "code",
            client.code());

    assertThat(mismatch.error()).isEqualTo("invalid_grant");
    assertThat(missing.error()).isEqualTo("invalid_request");
  }

  @Test
  void redeemWhenOtherClientOrOtherRedirectUriThenInvalidGrant() {
    Answer otherClient =
        client.post(
            "/token",
            "grant_type",
            "authorization_code",
            "client_id",
            "web",
            "code",
            client.code(),
            "code_verifier",
            TestClient.VERIFIER.getValue());
    Answer otherRedirect =
        client.post(
            "/token",
            "grant_type",
            "authorization_code",
            "client_id",
            "app",
            "code",
            client.code(),
            "redirect_uri",
            "http://127.0.0.1:1/callback",
            "code_verifier",
            TestClient.VERIFIER.getValue());

    assertThat(otherClient.error()).isEqualTo("invalid_grant");
    assertThat(otherRedirect.error()).isEqualTo("invalid_grant");
  }
}
