// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** RFC 9449 §5. */
class DpopTokenEndpointTest {

  private static final DpopProofs KEY = DpopProofs.withNewKey(KeyAlgorithm.ES256);

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () ->
              DevAuthorizationServer.builder()
                  .port(0)
                  .client(DevClient.publicClient("app").redirectUri("http://127.0.0.1/callback")));

  private final TestClient client = new TestClient(AUTH.server());
  private final String endpoint = AUTH.server().issuer() + "/token";

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ES256", "RS256"})
  void tokenWhenProofThenBoundToItsKey(KeyAlgorithm algorithm) throws Exception {
    DpopProofs key = DpopProofs.withNewKey(algorithm);

    Answer answer = clientCredentials(key.proof("POST", endpoint).mint());

    assertThat(answer.json()).containsEntry("token_type", "DPoP");
    assertThat(answer.claims().getJSONObjectClaim("cnf"))
        .isEqualTo(Map.of("jkt", key.thumbprint()));
    assertThat(client.introspect(answer.text("access_token")).json())
        .containsEntry("token_type", "DPoP")
        .containsEntry("cnf", Map.of("jkt", key.thumbprint()));
  }

  @Test
  void tokenWhenNoProofThenBearer() {
    Answer answer = clientCredentials();

    assertThat(answer.json()).containsEntry("token_type", "Bearer");
    assertThat(answer.claims().getClaim("cnf")).isNull();
  }

  static Stream<Arguments> hostile() {
    DpopProof draft = KEY.proof("POST", AUTH.server().issuer() + "/token");
    return Stream.of(
        Arguments.of("method", draft.claim("htm", "GET")),
        Arguments.of("uri", draft.claim("htu", RESOURCE)),
        Arguments.of("no jti", draft.withoutClaim("jti")),
        Arguments.of("old", draft.issuedAfter(Duration.ofHours(-1))),
        Arguments.of("future", draft.issuedAfter(Duration.ofHours(1))),
        Arguments.of("typ", draft.type("JWT")),
        Arguments.of("none", draft.algNone()),
        Arguments.of("hs256", draft.hs256()),
        Arguments.of("private", draft.privateKeyShown()),
        Arguments.of("foreign", draft.foreignKey()),
        Arguments.of("no jwk", draft.withoutHeader("jwk")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void tokenWhenProofHostileThenInvalidDpopProof(String name, DpopProof hostile) {
    refused(clientCredentials(hostile.mint()));
  }

  @Test
  void tokenWhenProofIsSentTwiceOrReplayedOrJunkThenInvalidDpopProof() {
    DpopProof draft = KEY.proof("POST", endpoint);
    String replayed = draft.id("once").mint();

    assertThat(clientCredentials(replayed).status()).isEqualTo(200);
    refused(clientCredentials(replayed));
    refused(clientCredentials(draft.mintSeveral(2).toArray(String[]::new)));
    refused(clientCredentials("junk"));
    refused(clientCredentials(String.join(", ", draft.mintSeveral(2))));
  }

  @Test
  void refreshWhenPublicClientThenNeedsTheSameKey() {
    String refreshToken =
        withProof(
                "grant_type",
                "authorization_code",
                "client_id",
                "app",
                "code",
                client.code("scope", "a"),
                "code_verifier",
                TestClient.VERIFIER.getValue())
            .text("refresh_token");
    DpopProofs other = DpopProofs.withNewKey(KeyAlgorithm.ES256);
    String[] refresh = {
      "grant_type", "refresh_token", "client_id", "app", "refresh_token", refreshToken
    };

    assertThat(client.post("/token", refresh).error()).isEqualTo("invalid_grant");
    assertThat(send(other.proof("POST", endpoint).mint(), refresh).error())
        .isEqualTo("invalid_grant");
    Answer refreshed = withProof(refresh);
    assertThat(refreshed.json()).containsEntry("token_type", "DPoP");
    assertThat(client.refresh(refreshed.text("refresh_token")).error()).isEqualTo("invalid_grant");
  }

  @Test
  void metadataWhenAskedForThenNamesAlgorithms() {
    assertThat(client.get("/.well-known/oauth-authorization-server").json())
        .containsEntry("dpop_signing_alg_values_supported", List.of("ES256", "RS256", "PS256"));
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_dpop_proof");
  }

  private Answer clientCredentials(String... proofs) {
    HttpRequest.Builder request =
        client
            .form("/token", "grant_type", "client_credentials", "resource", RESOURCE)
            .header("Authorization", TestClient.basic("dev", "dev"));
    for (String proof : proofs) {
      request.header("DPoP", proof);
    }
    return client.send(request);
  }

  private Answer withProof(String... parameters) {
    return send(KEY.proof("POST", endpoint).mint(), parameters);
  }

  private Answer send(String proof, String... parameters) {
    return client.send(client.form("/token", parameters).header("DPoP", proof));
  }
}
