// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class UserInfoTest {

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH = new DevAuthorizationServerExtension();

  private final DevAuthorizationServer server = AUTH.server();
  private final TestClient client = new TestClient(server);
  private final TokenDraft draft = server.tokens().forResource(RESOURCE).subject("alice");

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  static Stream<Arguments> tokens() {
    TokenDraft draft = AUTH.server().tokens().forResource(RESOURCE).subject("alice");
    return Stream.of(
        Arguments.of("JWT", draft.mint()),
        Arguments.of("opaque", draft.opaque().mint()),
        Arguments.of("with an address of its own", draft.claim("email", "a@b.example").mint()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void userInfoWhenTokenActiveThenItsUser(String name, String token) {
    Answer answer = ask("Bearer " + token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            Map.of(
                "sub", "alice",
                "preferred_username", "alice",
                "email", "alice@users.example"));
  }

  static Stream<Arguments> refused() {
    TokenDraft draft = AUTH.server().tokens().forResource(RESOURCE).subject("alice");
    return Stream.of(
        Arguments.of("expired", draft.expired().mint()),
        Arguments.of("no access token", draft.type("JWT").mint()),
        Arguments.of("foreign key", draft.foreignKey().mint()),
        Arguments.of("none", draft.algNone().mint()),
        Arguments.of("tampered", draft.tamperedPayload().mint()),
        Arguments.of("revoked", draft.inactive().mint()),
        Arguments.of("bound to a DPoP key", draft.confirmation("jkt", "thumbprint").mint()),
        Arguments.of("bound to a certificate", draft.confirmation("x5t#S256", "hash").mint()),
        Arguments.of("bound and opaque", draft.opaque().confirmation("jkt", "thumbprint").mint()),
        Arguments.of(
            "bound, not shown by introspection",
            draft.confirmation("jkt", "thumbprint").introspectionWithout("cnf").mint()),
        Arguments.of(
            "bound, shown by introspection alone",
            draft.opaque().introspection("cnf", Map.of("jkt", "thumbprint")).mint()),
        Arguments.of("without a subject", draft.withoutClaim("sub").mint()),
        Arguments.of("junk", AUTH.server().tokens().junk(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void userInfoWhenTokenBadThenInvalidToken(String name, String token) {
    Answer answer = ask("Bearer " + token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\", error_description=\"Invalid access token\"");
    assertThat(answer.body()).doesNotContain("alice");
  }

  @Test
  void userInfoWhenNoBearerTokenThenPlainChallenge() {
    assertThat(client.get("/userinfo").status()).isEqualTo(401);
    Answer answer = ask(TestClient.basic("dev", "dev"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void userInfoWhenPostThenAsGet() {
    Answer answer = client.send(request("Bearer " + draft.mint()).POST(BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("sub", "alice");
  }

  @Test
  void userInfoWhenAnotherMethodThenNamesThoseThatThereAre() {
    Answer answer = client.send(request("Bearer " + draft.mint()).DELETE());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void userInfoWhenBrokenThenFault() {
    server.faults().unavailable(Faults.Endpoint.USER_INFO);

    assertThat(ask("Bearer " + draft.mint()).status()).isEqualTo(503);
  }

  private Answer ask(String authorization) {
    return client.send(request(authorization));
  }

  private HttpRequest.Builder request(String authorization) {
    return HttpRequest.newBuilder(client.at("/userinfo")).header("Authorization", authorization);
  }
}
