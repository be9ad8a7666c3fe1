// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.CHALLENGE;
import static org.mcpauth.devserver.TestClient.VERIFIER;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class ClientMetadataDocumentTest {

  private static final String JSON = "application/json";
  private static final String VALID =
      """
      {"client_id":"%s","client_name":"Described","redirect_uris":["http://127.0.0.1/cb"],
       "grant_types":["authorization_code","refresh_token"]}
      """;

  private final TestClient client;

  ClientMetadataDocumentTest(DevAuthorizationServer server) {
    this.client = new TestClient(server);
  }

  @Test
  void authorizeWhenDocumentSelfSignedOnLoopbackThenWholeFlowWorks(@TempDir Path directory)
      throws Exception {
    try (DocumentHost host = DocumentHost.https(directory)) {
      host.serve(200, JSON, VALID.formatted(host.url()));
      Answer answer = authorize(host.url());
      Answer token =
          client.post(
              "/token",
              "grant_type",
              "authorization_code",
              "client_id",
              host.url(),
              "code",
              String.valueOf(answer.redirected("code")),
              "code_verifier",
              VERIFIER.getValue());

      assertThat(answer.status()).isEqualTo(302);
      assertThat(token.claims().getStringClaim("client_id")).isEqualTo(host.url());
      assertThat(token.json()).containsKey("refresh_token");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'client_id':'https://other.example/c.json','redirect_uris':['http://127.0.0.1/cb']}",
        "{'redirect_uris':['http://127.0.0.1/cb']}",
        "{'client_id':'%s'}",
        "{'client_id':'%s','redirect_uris':['http://evil.example/cb']}",
        "{'client_id':'%s','redirect_uris':['http://127.0.0.1/cb'],'client_secret':'x'}",
        "{'client_id':'%s','redirect_uris':['http://127.0.0.1/cb'],"
            + "'token_endpoint_auth_method':'client_secret_basic'}",
        "[]",
        "not json",
        ""
      })
  void authorizeWhenDocumentBadThenPageAndNoRedirect(String document) throws Exception {
    try (DocumentHost host = DocumentHost.http()) {
      host.serve(200, JSON, document.replace('\'', '"').replace("%s", host.url()));

      assertRefused(authorize(host.url()));
    }
  }

  @Test
  void authorizeWhenRedirectUriNotInDocumentThenRefused() throws Exception {
    try (DocumentHost host = DocumentHost.http()) {
      host.serve(200, JSON, VALID.formatted(host.url()));

      assertRefused(authorize(host.url(), "https://evil.example/cb"));
    }
  }

  @Test
  void authorizeWhenDocumentRedirectsOrFailsOrIsNotJsonOrTooLargeThenRefused() throws Exception {
    try (DocumentHost host = DocumentHost.http()) {
      String valid = VALID.formatted(host.url());
      host.serve(302, JSON, valid);
      assertRefused(authorize(host.url()));
      host.serve(404, JSON, valid);
      assertRefused(authorize(host.url()));
      host.serve(200, "text/html", valid);
      assertRefused(authorize(host.url()));
      host.serve(200, JSON, valid + " ".repeat(64 * 1024));
      assertRefused(authorize(host.url()));
      host.serve(200, "application/json; charset=utf-8", valid);
      assertThat(authorize(host.url()).status()).isEqualTo(302);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://client.example/client.json",
        "https://169.254.169.254/latest",
        "http://127.0.0.1:1/unreachable.json",
        "http://127.0.0.1/",
        "http://127.0.0.1/a/../client.json",
        "http://user:password@127.0.0.1/client.json",
        "http://127.0.0.1/client.json#f",
        "https://"
      })
  void authorizeWhenUrlNotAllowedThenRefused(String url) {
    assertRefused(authorize(url));
  }

  @Test
  void authorizeWhenRemoteAllowedThenStillNeitherHttpNorPrivateAddresses() {
    try (DevAuthorizationServer open =
        DevAuthorizationServer.builder().port(0).remoteClientMetadata(true).start()) {
      TestClient remote = new TestClient(open);

      assertRefused(authorize(remote, "http://192.0.2.1/client.json", "http://127.0.0.1/cb"));
      assertRefused(authorize(remote, "https://169.254.169.254/c.json", "http://127.0.0.1/cb"));
      assertRefused(authorize(remote, "https://10.0.0.1/c.json", "http://127.0.0.1/cb"));
    }
  }

  private Answer authorize(String clientId) {
    return authorize(clientId, "http://127.0.0.1:5/cb");
  }

  private Answer authorize(String clientId, String redirectUri) {
    return authorize(client, clientId, redirectUri);
  }

  private static Answer authorize(TestClient client, String clientId, String redirectUri) {
    return client.authorizeWith(
        "response_type", "code",
        "client_id", clientId,
        "redirect_uri", redirectUri,
        "code_challenge", CHALLENGE,
        "code_challenge_method", "S256");
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
  }
}
