// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.providers.keycloak.SetupExtension.MapperSetup;

/** What else Keycloak issues, which is no access token for here. */
@ExtendWith(SetupExtension.class)
class RefusedTokenIT {

  private static final String UNTYPED = "The JWT is not typed as an access token, at+jwt";

  private final MapperSetup mapper;
  private final Setup setup;

  RefusedTokenIT(MapperSetup mapper) {
    this.mapper = mapper;
    this.setup = mapper.setup();
  }

  @Test
  void initializeWhenNoScopeWithMapperWasAskedForThenRefused() {
    String token = TokenEndpoint.accessToken(setup.tokens().password("test-typed", Map.of()));
    assertThat(Jwt.parse(token).claims()).doesNotContainKey("aud");
    assertBothRefuse(token, "The access token was not issued for this resource");
  }

  @Test
  void initializeWhenAudienceIsAnotherResourceThenRefused() {
    Answer answer = setup.tokens().password("test-elsewhere", Map.of());
    String token = TokenEndpoint.accessToken(answer);
    assertThat(Jwt.parse(token).claims().getString("aud"))
        .isEqualTo("https://elsewhere.example/mcp");
    assertBothRefuse(token, "The access token was not issued for this resource");
  }

  /** The mapper of this client adds the resource to ID tokens, as the guide says not to. */
  @Test
  void initializeWhenIdTokenThenRefusedWhateverItsAudience() {
    String token = tokens("test-untyped").getString("id_token");
    Jwt jwt = Jwt.parse(token);
    assertThat(jwt.claims().getJsonArray("aud").toString()).contains(setup.resource().toString());
    assertThat(jwt.header().getString("typ")).isEqualTo("JWT");
    assertRefused(mapper.strict(), token, UNTYPED);
    assertRefused(mapper.lenient(), token, "The JWT is not an access token");
  }

  @Test
  void initializeWhenRefreshTokenThenRefused() {
    String token = tokens("test-typed").getString("refresh_token");
    assertThat(Jwt.parse(token).header().getString("alg")).isEqualTo("HS512");
    assertBothRefuse(token, "The signature algorithm is not accepted here");
  }

  @Test
  void initializeWhenExpiredThenRefused() {
    String token = setup.tokens().alice("test-expired", "notes:read");
    JsonObject claims = Jwt.parse(token).claims();
    assertThat(Instant.ofEpochSecond(claims.getJsonNumber("exp").longValueExact()))
        .isBefore(Instant.ofEpochSecond(claims.getJsonNumber("iat").longValueExact()));
    assertBothRefuse(token, "The access token expired");
  }

  @Test
  void initializeWhenRealmIsAnotherThenRefused() {
    String token = setup.tokens("other").alice("test-typed", "notes:read");
    JsonObject claims = Jwt.parse(token).claims();
    assertThat(claims.getString("aud")).isEqualTo(setup.resource().toString());
    assertThat(claims.getString("iss")).isEqualTo(setup.keycloak().issuer("other").toString());
    assertBothRefuse(token, "The issuer of the access token is not accepted here");
  }

  /** Keycloak without {@code --hostname} calls itself what the client calls it. */
  @Test
  void initializeWhenTokenWasFetchedByAnotherHostNameThenRefused() {
    URI endpoint = URI.create(setup.issuer() + "/protocol/openid-connect/token");
    URI numeric = URI.create(endpoint.toString().replace("//localhost:", "//127.0.0.1:"));
    String token = new TokenEndpoint(numeric, setup.secrets()).alice("test-typed", "notes:read");
    assertThat(Jwt.parse(token).claims().getString("iss")).startsWith("http://127.0.0.1:");
    assertBothRefuse(token, "The issuer of the access token is not accepted here");
  }

  private JsonObject tokens(String client) {
    Map<String, String> scope = Map.of("scope", "openid notes:read");
    return setup.tokens().password(client, scope).requireStatus(200).json();
  }

  private void assertBothRefuse(String token, String description) {
    assertRefused(mapper.strict(), token, description);
    assertRefused(mapper.lenient(), token, description);
  }

  private void assertRefused(URI endpoint, String token, String description) {
    Answer refused = McpSession.initialize(endpoint, token).requireStatus(401);
    assertThat(refused.header("WWW-Authenticate"))
        .containsExactly(mapper.challenges().invalidToken(description));
  }
}
