// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class ClientCredentialsTest {

  private final DevAuthorizationServer server;
  private final TestClient client;

  ClientCredentialsTest(DevAuthorizationServer server) {
    this.server = server;
    this.client = new TestClient(server);
  }

  @Test
  void tokenWhenDevClientThenAnyValidScopeIsGranted() throws Exception {
    Answer answer = request("dev", "dev", "scope", "notes:read x", "resource", RESOURCE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.claims().getSubject()).isEqualTo("dev");
    assertThat(answer.claims().getStringClaim("scope")).isEqualTo("notes:read x");
    assertThat(answer.claims().getAudience()).containsExactly(RESOURCE);
    assertThat(answer.json()).doesNotContainKey("refresh_token");
  }

  @Test
  void tokenWhenResourceHasTrailingSlashThenAudienceIsVerbatim() {
    Answer answer = request("dev", "dev", "resource", "HTTP://LocalHost:8080/mcp/");

    assertThat(answer.claims().getAudience()).containsExactly("HTTP://LocalHost:8080/mcp/");
  }

  @Test
  void tokenWhenSecretWrongThenInvalidClientWithChallenge() {
    Answer answer = request("dev", "wrong");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("invalid_client");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
  }

  @Test
  void tokenWhenSecretInBodyThenAccepted() {
    Answer answer =
        client.post(
            "/token",
            "grant_type",
            "client_credentials",
            "client_id",
            "dev",
            "client_secret",
            "dev");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void tokenWhenSecretInBothPlacesOrNowhereThenRefused() {
    Answer both = request("dev", "dev", "client_id", "dev", "client_secret", "dev");
    Answer mismatch = request("dev", "dev", "client_id", "other");
    Answer nowhere = client.post("/token", "grant_type", "client_credentials", "client_id", "dev");

    assertThat(both.error()).isEqualTo("invalid_request");
    assertThat(mismatch.error()).isIn("invalid_request", "invalid_client");
    assertThat(nowhere.status()).isEqualTo(401);
    assertThat(nowhere.error()).isEqualTo("invalid_client");
  }

  @Test
  void tokenWhenGrantTypeUnknownThenUnsupported() {
    Answer answer = client.postAs("dev", "dev", "/token", "grant_type", "password");

    assertThat(answer.error()).isEqualTo("unsupported_grant_type");
  }

  @Test
  void requestsWhenTokenAskedForThenShowWhatWasSentButNoSecret() {
    server.clearRequests();
    request("dev", "the-secret", "resource", RESOURCE, "client_secret", "the-secret");

    assertThat(server.requests()).hasSize(1);
    RecordedRequest recorded = server.requests().get(0);
    assertThat(recorded.method()).isEqualTo("POST");
    assertThat(recorded.path()).isEqualTo("/token");
    assertThat(recorded.parameter("resource")).contains(RESOURCE);
    assertThat(recorded.parameter("client_secret")).contains(RecordedRequest.HIDDEN);
    assertThat(recorded.header("Authorization")).contains("Basic [hidden]");
    assertThat(recorded.toString()).doesNotContain("the-secret").doesNotContain("dGhl");
  }

  @Test
  void requestsWhenQueryHasSecretsThenPathHidesThem() {
    server.clearRequests();
    client.get("/authorize?client_id=x&code=abc&access_token=abc");

    assertThat(server.requests().get(0).path())
        .isEqualTo("/authorize?access_token=%5Bhidden%5D&client_id=x&code=%5Bhidden%5D");
  }

  private Answer request(String id, String secret, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "grant_type";
    all[1] = "client_credentials";
    System.arraycopy(more, 0, all, 2, more.length);
    return client.postAs(id, secret, "/token", all);
  }
}
