// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The guide with Keycloak's experimental feature {@code resource-indicators}. */
@TestInstance(Lifecycle.PER_CLASS)
class ResourceIndicatorsIT {

  private Setup setup;
  private URI endpoint;

  @BeforeAll
  void start() {
    AudienceBy way = AudienceBy.RESOURCE_INDICATORS;
    Realm realm = Realm.ofGuide().with(way.changes()).with(List.of("test-clients.json"));
    setup = Setup.start("indicators", way, List.of(realm));
    endpoint = setup.startNotes(Map.of());
  }

  @AfterAll
  void stop() {
    if (setup != null) {
      setup.close();
    }
  }

  @Test
  void initializeWhenResourceWasAskedForThenIsAudienceAndAccepted() {
    Answer answer = password(setup.resource().toString());
    String token = TokenEndpoint.accessToken(answer);
    Jwt jwt = Jwt.parse(token);
    assertThat(jwt.header().getString("typ")).isEqualTo("at+jwt");
    assertThat(jwt.claims().getString("aud")).isEqualTo(setup.resource().toString());
    McpSession.initialize(endpoint, token).requireStatus(200);
  }

  /** The audience is then the id of the client that stands for the server. */
  @Test
  void initializeWhenResourceWasNotAskedForThenRefused() {
    String token = setup.tokens().alice("test-typed", "notes:read");
    assertThat(Jwt.parse(token).claims().getString("aud")).isEqualTo("mcp-server");
    Answer refused = McpSession.initialize(endpoint, token).requireStatus(401);
    assertThat(refused.header("WWW-Authenticate"))
        .containsExactly(
            new Challenges(setup.resource())
                .invalidToken("The access token was not issued for this resource"));
  }

  @Test
  void tokenWhenResourceIsUnknownThenInvalidTarget() {
    assertThat(errorOf(password("https://elsewhere.example/mcp"))).isEqualTo("invalid_target");
  }

  @Test
  void tokenWhenResourceHasOneMoreSlashThenInvalidTarget() {
    assertThat(errorOf(password(setup.resource() + "/"))).isEqualTo("invalid_target");
  }

  /** A defect of Keycloak that the guide warns of: when this fails, change the guide. */
  @Test
  void tokenWhenClientCredentialsThenKeycloakFails() {
    Map<String, String> request =
        Map.of("scope", "notes:read", "resource", setup.resource().toString());
    assertThat(errorOf(setup.tokens().clientCredentials(request))).isEqualTo("unknown_error");
  }

  @Test
  void metadataWhenFeatureIsOnThenClientIdMetadataDocuments() {
    String path = "/.well-known/oauth-authorization-server/realms/mcp";
    assertThat(
            Http.get(setup.keycloak().uri(path))
                .requireStatus(200)
                .json()
                .getBoolean("client_id_metadata_document_supported"))
        .isTrue();
  }

  @Test
  void authorizationWhenClientIdIsUrlThenNotFoundWithoutPolicy() {
    URI request =
        URI.create(
            setup.issuer()
                + "/protocol/openid-connect/auth?response_type=code&scope=notes:read"
                + "&client_id=https://client.example/client.json"
                + "&redirect_uri=http://127.0.0.1:49152/callback");
    assertThat(Http.get(request).requireStatus(400).body()).contains("Client not found");
  }

  private Answer password(String resource) {
    return setup
        .tokens()
        .password("test-typed", Map.of("scope", "notes:read", "resource", resource));
  }

  private static String errorOf(Answer answer) {
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    return answer.json().getString("error");
  }
}
