// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredServerTest {

  private static final String[] CLIENT_CREDENTIALS = {"grant_type", "client_credentials"};

  @Test
  void startWhenScopesConfiguredThenOthersAreRefused() {
    try (DevAuthorizationServer server = builder().scopes("a", "b").start()) {
      TestClient client = new TestClient(server);

      assertThat(
              client
                  .postAs(
                      "dev", "dev", "/token", "grant_type", "client_credentials", "scope", "a c")
                  .error())
          .isEqualTo("invalid_scope");
      assertThat(client.get("/.well-known/oauth-authorization-server").json())
          .containsEntry("scopes_supported", List.of("a", "b"));
    }
  }

  @Test
  void startWhenLifetimeAndDefaultAudienceConfiguredThenTokensHaveThem() {
    try (DevAuthorizationServer server =
        builder()
            .accessTokenLifetime(Duration.ofSeconds(7))
            .defaultAudience("https://default.example")
            .start()) {
      Answer answer = new TestClient(server).postAs("dev", "dev", "/token", CLIENT_CREDENTIALS);

      assertThat(answer.json()).containsEntry("expires_in", 7L);
      assertThat(answer.claims().getAudience()).containsExactly("https://default.example");
    }
  }

  @Test
  void startWhenOpaqueThenTokensAreForIntrospectionOnly() {
    try (DevAuthorizationServer server = builder().opaqueTokens(true).start()) {
      TestClient client = new TestClient(server);
      Answer answer =
          client.postAs(
              "dev", "dev", "/token", "grant_type", "client_credentials", "resource", RESOURCE);

      assertThat(answer.text("access_token")).doesNotContain(".");
      assertThat(client.introspect(answer.text("access_token")).json())
          .containsEntry("active", true)
          .containsEntry("aud", RESOURCE);
    }
  }

  @Test
  void startWhenIssuerHasPathThenBothWellKnownFormsAreServed() {
    try (DevAuthorizationServer server = builder().issuerPath("/realms/dev").start()) {
      String root = "http://localhost:" + server.port();
      assertThat(server.issuer()).isEqualTo(URI.create(root + "/realms/dev"));

      for (String location :
          List.of(
              root + "/.well-known/oauth-authorization-server/realms/dev",
              root + "/.well-known/openid-configuration/realms/dev",
              root + "/realms/dev/.well-known/openid-configuration")) {
        Answer answer = new TestClient(server).send(HttpRequest.newBuilder(URI.create(location)));
        assertThat(answer.json())
            .containsEntry("issuer", server.issuer().toString())
            .containsEntry("token_endpoint", server.issuer() + "/token");
      }
      assertThat(new TestClient(server).postAs("dev", "dev", "/token", CLIENT_CREDENTIALS).status())
          .isEqualTo(200);
    }
  }

  @Test
  void startWhenIssuerOverriddenThenMetadataAndTokensCarryIt() {
    URI issuer = URI.create("https://auth.example");
    try (DevAuthorizationServer server = builder().issuer(issuer).start()) {
      assertThat(server.issuer()).isEqualTo(issuer);
      assertThat(server.tokens().forResource(RESOURCE).mint()).isNotEmpty();
    }
  }

  @Test
  void builderWhenValueBadThenSaysSo() {
    assertThatIllegalArgumentException().isThrownBy(() -> builder().scopes("a b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().issuer(URI.create("https://a.example/#f")));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().issuerPath("x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().accessTokenLifetime(Duration.ZERO));
  }

  private static DevAuthorizationServerBuilder builder() {
    return DevAuthorizationServer.builder().port(0);
  }
}
