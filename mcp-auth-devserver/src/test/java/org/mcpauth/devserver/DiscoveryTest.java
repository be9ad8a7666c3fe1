// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class DiscoveryTest {

  private final DevAuthorizationServer server;
  private final TestClient client;

  DiscoveryTest(DevAuthorizationServer server) {
    this.server = server;
    this.client = new TestClient(server);
  }

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"})
  void metadataWhenAskedForThenSaysWhatMcpClientsNeed(String path) throws Exception {
    Answer answer = client.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.json())
        .containsEntry("issuer", server.issuer().toString())
        .containsEntry("code_challenge_methods_supported", List.of("S256"))
        .containsEntry("authorization_response_iss_parameter_supported", true)
        .containsEntry("client_id_metadata_document_supported", true)
        .doesNotContainKey("scopes_supported")
        .containsKeys(
            "authorization_endpoint",
            "token_endpoint",
            "registration_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "userinfo_endpoint",
            "jwks_uri");
    assertThat(AuthorizationServerMetadata.parse(answer.body()).getIssuer())
        .isEqualTo(new Issuer(server.issuer()));
  }

  @Test
  void openIdMetadataWhenParsedThenIsComplete() throws Exception {
    OIDCProviderMetadata metadata =
        OIDCProviderMetadata.parse(client.get("/.well-known/openid-configuration").body());

    assertThat(metadata.getIssuer()).isEqualTo(new Issuer(server.issuer()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-authorization-server",
        "/.well-known/openid-configuration",
        "/jwks",
        "/token",
        "/register",
        "/revoke",
        "/userinfo"
      })
  void preflightWhenCrossOriginThenAllowed(String path) {
    Answer answer = preflight(path);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "MCP-Protocol-Version");
    assertThat(answer.header("Access-Control-Allow-Methods")).containsAnyOf("GET", "POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/authorize", "/introspect"})
  void preflightWhenNotForScriptsThenRefused(String path) {
    Answer answer = preflight(path);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void getWhenPathUnknownThenNotFound() {
    assertThat(client.get("/nothing").status()).isEqualTo(404);
  }

  @Test
  void headWhenMetadataThenNoBody() {
    Answer answer =
        client.send(
            HttpRequest.newBuilder(client.at("/jwks")).method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void faultsWhenUnavailableThen503UntilRepaired() {
    server.faults().unavailable(Faults.Endpoint.JWKS);
    server.faults().answer(Faults.Endpoint.DISCOVERY, 200, "application/json", "{}");

    assertThat(client.get("/jwks").status()).isEqualTo(503);
    assertThat(client.get("/.well-known/openid-configuration").body()).isEqualTo("{}");

    server.faults().repair(Faults.Endpoint.JWKS);
    assertThat(client.get("/jwks").status()).isEqualTo(200);
  }

  private Answer preflight(String path) {
    return client.send(
        HttpRequest.newBuilder(client.at(path))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization"));
  }
}
