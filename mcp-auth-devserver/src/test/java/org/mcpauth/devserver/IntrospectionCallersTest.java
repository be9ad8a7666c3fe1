// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** Who may introspect. */
class IntrospectionCallersTest {

  private static final KeyPair KEYS = TestKeys.ec();

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .introspectionBearerToken("the-token", RESOURCE)
                  .client(
                      DevClient.privateKeyJwt(
                          "api", TestKeys.rsa().getPublic(), KEYS.getPublic())));

  private final DevAuthorizationServer server = AUTH.server();
  private final TestClient client = new TestClient(server);
  private final String token = server.tokens().forResource(RESOURCE).subject("alice").mint();

  @Test
  void introspectWhenSecretInHeaderOrBodyThenAnswers() {
    Answer basic = client.introspect(token);
    Answer post =
        client.post("/introspect", "token", token, "client_id", "dev", "client_secret", "dev");

    assertThat(basic.json()).isEqualTo(post.json()).containsEntry("active", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/token", "/introspect"})
  void introspectWhenPrivateKeyJwtThenAnswersOnce(String audience) {
    String assertion =
        ClientAssertion.sign("api", server.issuer() + audience, KEYS, claims -> claims);

    assertThat(introspect(assertion).json()).containsEntry("active", true);
    assertThat(introspect(assertion).status()).isEqualTo(401);
    assertThat(introspect(assertion).error()).isEqualTo("invalid_client");
  }

  static Stream<Arguments> badAssertions() {
    UnaryOperator<JWTClaimsSet.Builder> same = claims -> claims;
    String issuer = AUTH.server().issuer().toString();
    return Stream.of(
        Arguments.of("key", ClientAssertion.sign("api", issuer, TestKeys.ec(), same)),
        Arguments.of("audience", ClientAssertion.sign("api", "https://other.example", KEYS, same)),
        Arguments.of(
            "exp",
            ClientAssertion.sign(
                "api",
                issuer,
                KEYS,
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))))),
        Arguments.of(
            "no exp", ClientAssertion.sign("api", issuer, KEYS, c -> c.expirationTime(null))),
        Arguments.of("no jti", ClientAssertion.sign("api", issuer, KEYS, c -> c.jwtID(null))),
        Arguments.of("issuer", ClientAssertion.sign("api", issuer, KEYS, c -> c.issuer("dev"))),
        Arguments.of("client", ClientAssertion.sign("dev", issuer, KEYS, same)),
        Arguments.of("unknown", ClientAssertion.sign("nobody", issuer, KEYS, same)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAssertions")
  void introspectWhenAssertionBadThenRefused(String name, String assertion) {
    assertThat(introspect(assertion).status()).isIn(400, 401);
    assertThat(introspect(assertion).json()).doesNotContainKey("active");
  }

  @Test
  void introspectWhenAssertionClientSendsSecretThenRefused() {
    assertThat(client.postAs("api", "api", "/introspect", "token", token).status()).isEqualTo(401);
  }

  @Test
  void introspectWhenBearerTokenThenAnswers() {
    assertThat(withBearer("the-token").json()).containsEntry("active", true);
  }

  @Test
  void introspectWhenOtherBearerTokenThenRefusedWithChallenge() {
    Answer answer = withBearer(token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer error=\"invalid_token\", error_description=\"not a token for this endpoint\"");
    assertThat(answer.json()).doesNotContainKey("active");
  }

  @Test
  void introspectWhenNoTokenConfiguredThenBearerRefused() {
    try (DevAuthorizationServer other = DevAuthorizationServer.builder().port(0).start()) {
      TestClient otherClient = new TestClient(other);
      Answer answer =
          otherClient.send(
              otherClient
                  .form("/introspect", "token", token)
                  .header("Authorization", "Bearer the-token"));

      assertThat(answer.status()).isEqualTo(401);
      assertThat(otherClient.get("/.well-known/oauth-authorization-server").json())
          .containsEntry(
              "introspection_endpoint_auth_methods_supported",
              List.of("client_secret_basic", "client_secret_post", "private_key_jwt"));
    }
  }

  @Test
  void metadataWhenTokenConfiguredThenNamesAllMethods() {
    Map<String, Object> metadata = client.get("/.well-known/oauth-authorization-server").json();

    assertThat(metadata)
        .containsEntry(
            "introspection_endpoint_auth_methods_supported",
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "Bearer"))
        .containsEntry("introspection_signing_alg_values_supported", List.of("RS256"));
  }

  @Test
  void tokenWhenPrivateKeyJwtThenClientCredentialsAreGranted() {
    String assertion =
        ClientAssertion.sign("api", server.issuer().toString(), KEYS, claims -> claims);
    String[] request = ClientAssertion.parameters(assertion, "grant_type", "client_credentials");

    assertThat(client.post("/token", request).claims().getSubject()).isEqualTo("api");
  }

  @Test
  void requestsWhenAssertionSentThenTypeIsRecordedAndAssertionIsNot() {
    server.clearRequests();
    introspect(ClientAssertion.sign("api", server.issuer().toString(), KEYS, claims -> claims));

    RecordedRequest recorded = server.requests().get(0);
    assertThat(recorded.parameter("client_assertion_type"))
        .contains("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    assertThat(recorded.parameter("client_assertion")).contains(RecordedRequest.HIDDEN);
    assertThat(recorded.parameter("token")).contains(RecordedRequest.HIDDEN);
  }

  @Test
  void privateKeyJwtWhenKeysCannotVerifyThenSaysSo() {
    assertThatIllegalArgumentException().isThrownBy(() -> DevClient.privateKeyJwt("a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DevClient.privateKeyJwt("a", TestKeys.ed25519().getPublic()));
  }

  private Answer introspect(String assertion) {
    return client.post("/introspect", ClientAssertion.parameters(assertion, "token", token));
  }

  private Answer withBearer(String bearer) {
    return client.send(
        client.form("/introspect", "token", token).header("Authorization", "Bearer " + bearer));
  }
}
