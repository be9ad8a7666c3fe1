// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class RefreshTokenTest {

  private static final MutableClock CLOCK = new MutableClock();

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .clock(CLOCK)
                  .client(DevClient.publicClient("other"))
                  .client(DevClient.publicClient("app").redirectUri("http://127.0.0.1/callback")));

  private final TestClient client = new TestClient(AUTH.server());

  @Test
  void refreshWhenUsedOnceThenRotates() throws Exception {
    Answer first = granted();

    Answer second = client.refresh(first.text("refresh_token"));
    Answer third = client.refresh(second.text("refresh_token"));

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
    assertThat(second.claims().getJWTID()).isNotEqualTo(first.claims().getJWTID());
    assertThat(third.claims().getAudience()).containsExactly(RESOURCE);
    assertThat(third.claims().getStringClaim("scope")).isEqualTo("a b");
  }

  @Test
  void refreshWhenReusedThenWholeFamilyIsRevoked() {
    Answer first = granted();
    Answer second = client.refresh(first.text("refresh_token"));

    Answer reuse = client.refresh(first.text("refresh_token"));

    assertThat(reuse.error()).isEqualTo("invalid_grant");
    assertThat(client.refresh(second.text("refresh_token")).error()).isEqualTo("invalid_grant");
    assertThat(client.introspect(second.text("access_token")).json())
        .containsEntry("active", false);
  }

  @Test
  void refreshWhenScopeNarrowedThenNextOneMayHaveAllAgain() throws Exception {
    Answer narrow = client.refresh(granted().text("refresh_token"), "scope", "b");
    Answer wide = client.refresh(narrow.text("refresh_token"));

    assertThat(narrow.claims().getStringClaim("scope")).isEqualTo("b");
    assertThat(wide.claims().getStringClaim("scope")).isEqualTo("a b");
  }

  @Test
  void refreshWhenMoreIsAskedForThenRefusesAndTokenStaysGood() {
    String refreshToken = granted().text("refresh_token");

    Answer scope = client.refresh(refreshToken, "scope", "a c");
    Answer resource = client.refresh(refreshToken, "resource", "https://other.example/mcp");

    assertThat(scope.error()).isEqualTo("invalid_scope");
    assertThat(resource.error()).isEqualTo("invalid_target");
    assertThat(client.refresh(refreshToken).status()).isEqualTo(200);
  }

  @Test
  void refreshWhenExpiredOrOtherClientThenInvalidGrant() {
    String refreshToken = granted().text("refresh_token");

    Answer other =
        client.post(
            "/token",
            "grant_type",
            "refresh_token",
            "client_id",
            "other",
            "refresh_token",
            refreshToken);
    CLOCK.advance(Duration.ofDays(2));

    assertThat(other.error()).isEqualTo("invalid_grant");
    assertThat(client.refresh(refreshToken).error()).isEqualTo("invalid_grant");
  }

  private Answer granted() {
    return client.redeem(client.code("scope", "a b", "resource", RESOURCE));
  }
}
