// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class HostileInputTest {

  private final DevAuthorizationServer server;
  private final TestClient client;

  HostileInputTest(DevAuthorizationServer server) {
    this.server = server;
    this.client = new TestClient(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/register", "/introspect", "/revoke", "/jwks"})
  void postWhenBodyHugeThen413(String path) {
    Answer answer =
        client.send(
            HttpRequest.newBuilder(client.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=" + "x".repeat(1_000_000))));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error()).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data", "nonsense", ""})
  void postWhenContentTypeWrongThenInvalidRequest(String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.at("/token"))
            .header("Authorization", TestClient.basic("dev", "dev"))
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }

    Answer answer = client.send(request);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic !!!",
        "Basic ZGV2",
        "Basic Og==",
        "Bearer x",
        "x",
        "Basic ZGV2OmRldg== x"
      })
  void postWhenAuthorizationBrokenThenClearError(String authorization) {
    Answer answer =
        client.send(
            client
                .form("/token", "grant_type", "client_credentials")
                .header("Authorization", authorization));

    assertThat(answer.status()).isIn(400, 401);
    assertThat(answer.error()).isIn("invalid_request", "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant_type=client_credentials&grant_type=client_credentials",
        "grant_type=client_credentials&scope=a&scope=b",
        "",
        "grant_type=",
        "grant_type",
        "&&&===",
        "%%%=%zz&grant_type=%zz",
        "grant_type=authorization_code",
        "grant_type=authorization_code&code=",
        "grant_type=refresh_token",
      })
  void postWhenFormBrokenThenOAuthError(String body) {
    Answer answer =
        client.send(
            HttpRequest.newBuilder(client.at("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", TestClient.basic("dev", "dev"))
                .POST(BodyPublishers.ofString(body)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isIn("invalid_request", "unsupported_grant_type", "invalid_grant");
  }

  @Test
  void postWhenCodeOrTokenIsNonsenseThenInvalidGrant() {
    Answer code =
        client.postAs(
            "dev",
            "dev",
            "/token",
            "grant_type",
            "authorization_code",
            "code",
            "nonsense",
            "code_verifier",
            "x".repeat(43));
    Answer shortVerifier =
        client.postAs(
            "dev",
            "dev",
            "/token",
            "grant_type",
            "authorization_code",
            "code",
            "nonsense",
            "code_verifier",
            "short");

    assertThat(code.error()).isEqualTo("invalid_grant");
    assertThat(shortVerifier.error()).isIn("invalid_request", "invalid_grant");
  }

  @Test
  void getWhenRequestLineIsNoUriThenAnswersInsteadOfHanging() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /authorize?client_id=%zz|<> HTTP/1.1\r\nHost: x\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();

      byte[] answer = socket.getInputStream().readNBytes(12);

      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
    }
  }

  @Test
  void registerWhenManyThenOldestMakeRoomAndServerLives() {
    String body = "{\"redirect_uris\":[\"http://localhost/cb\"]}";
    String first = client.postJson("/register", body).text("client_id");
    for (int i = 0; i < 1000; i++) {
      client.postJson("/register", body);
    }

    Answer evicted = client.get("/authorize?response_type=code&client_id=" + first);

    assertThat(evicted.status()).isEqualTo(400);
    assertThat(evicted.body()).contains("unknown client_id");
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(1000);
  }
}
