// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** RFC 8693 at the token endpoint. */
class TokenExchangeTest {

  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final String OTHER = "https://calendar.example.com/api";

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .client(DevClient.confidential("dev", "dev"))
                  .client(DevClient.publicClient("app")));

  private final DevAuthorizationServer server = AUTH.server();
  private final TestClient client = new TestClient(server);

  private TokenDraft draft() {
    return server.tokens().forResource(RESOURCE).scope("notes:read").subject("alice");
  }

  private Answer exchange(String token, String... more) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "grant_type",
                GRANT_TYPE,
                "subject_token",
                token,
                "subject_token_type",
                ACCESS_TOKEN));
    parameters.addAll(List.of(more));
    return client.postAs("dev", "dev", "/token", parameters.toArray(String[]::new));
  }

  @Test
  void tokenWhenExchangedThenSameSubjectForTheOtherService() throws Exception {
    Answer answer =
        exchange(draft().mint(), "resource", OTHER, "scope", "calendar:read calendar:write");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("issued_token_type", ACCESS_TOKEN)
        .containsEntry("token_type", "Bearer")
        .containsEntry("scope", "calendar:read calendar:write")
        .doesNotContainKey("refresh_token");
    assertThat(answer.claims().getSubject()).isEqualTo("alice");
    assertThat(answer.claims().getAudience()).containsExactly(OTHER);
    assertThat(answer.claims().getStringClaim("scope")).isEqualTo("calendar:read calendar:write");
    assertThat(answer.claims().getStringClaim("client_id")).isEqualTo("dev");
    assertThat(answer.claims().getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "dev"));
  }

  @Test
  void tokenWhenAudienceThenThat() {
    assertThat(exchange(draft().mint(), "audience", "calendar").claims().getAudience())
        .containsExactly("calendar");
  }

  /** The chain of RFC 8693 §4.1. */
  @Test
  void tokenWhenExchangedTwiceThenActorsAreNested() throws Exception {
    String first =
        String.valueOf(exchange(draft().mint(), "resource", OTHER).json().get("access_token"));

    assertThat(exchange(first, "audience", "mail").claims().getJSONObjectClaim("act"))
        .isEqualTo(Map.of("sub", "dev", "act", Map.of("sub", "dev")));
  }

  @Test
  void tokenWhenActorTokenThenItsSubjectActs() throws Exception {
    String actor = draft().subject("agent").mint();

    Answer answer =
        exchange(
            draft().mint(),
            "resource",
            OTHER,
            "actor_token",
            actor,
            "actor_token_type",
            ACCESS_TOKEN);

    assertThat(answer.claims().getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "agent"));
  }

  @Test
  void tokenWhenSubjectTokenEndsSoonThenNotLonger() throws Exception {
    String token = draft().expiresIn(Duration.ofSeconds(30)).mint();
    Answer answer = exchange(token, "resource", OTHER);

    assertThat(answer.claims().getExpirationTime())
        .isEqualTo(SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime());
  }

  @ParameterizedTest
  @CsvSource({
    "subject_token,not-a-token,invalid_request",
    "subject_token_type,urn:ietf:params:oauth:token-type:id_token,invalid_request",
    "requested_token_type,urn:ietf:params:oauth:token-type:refresh_token,invalid_request",
    "resource,calendar,invalid_target",
    "resource,,invalid_target"
  })
  void tokenWhenParameterIsWrongThenRefused(String name, String value, String error) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "grant_type",
                GRANT_TYPE,
                "subject_token",
                draft().mint(),
                "subject_token_type",
                ACCESS_TOKEN,
                "resource",
                OTHER));
    int at = parameters.indexOf(name);
    if (at >= 0) {
      parameters.subList(at, at + 2).clear();
    }
    if (value != null) {
      parameters.addAll(List.of(name, value));
    }
    Answer answer = client.postAs("dev", "dev", "/token", parameters.toArray(String[]::new));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo(error);
  }

  @Test
  void tokenWhenSubjectTokenIsNotGoodThenRefused() {
    assertThat(exchange(draft().expired().mint(), "resource", OTHER).error())
        .isEqualTo("invalid_request");
    assertThat(exchange(draft().foreignKey().mint(), "resource", OTHER).error())
        .isEqualTo("invalid_request");
  }

  @Test
  void tokenWhenClientIsPublicThenRefused() {
    Answer answer =
        client.post(
            "/token",
            "client_id",
            "app",
            "grant_type",
            GRANT_TYPE,
            "subject_token",
            draft().mint(),
            "subject_token_type",
            ACCESS_TOKEN,
            "resource",
            OTHER);

    assertThat(answer.error()).isEqualTo("unauthorized_client");
  }

  @Test
  void metadataWhenReadThenGrantTypeIsOffered() {
    assertThat(
            String.valueOf(
                client
                    .get("/.well-known/oauth-authorization-server")
                    .json()
                    .get("grant_types_supported")))
        .contains(GRANT_TYPE);
  }
}
