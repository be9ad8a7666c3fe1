// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.CHALLENGE;
import static org.mcpauth.devserver.TestClient.VERIFIER;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class RegistrationTest {

  private final DevAuthorizationServer server;
  private final TestClient client;

  RegistrationTest(DevAuthorizationServer server) {
    this.server = server;
    this.client = new TestClient(server);
  }

  @Test
  void registerWhenPublicThenWholeFlowWorksWithoutSecret() {
    Answer registered =
        client.postJson(
            "/register",
            """
            {"redirect_uris":["http://localhost:3000/cb"],"client_name":"Notes",
             "token_endpoint_auth_method":"none","application_type":"native",
             "grant_types":["authorization_code","refresh_token"],"response_types":["code"]}
            """);
    String clientId = registered.text("client_id");

    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(registered.json())
        .doesNotContainKey("client_secret")
        .containsEntry("client_name", "Notes")
        .containsEntry("application_type", "native");
    Answer token = redeem(clientId, authorize(clientId, "http://localhost:4000/cb"));
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.json()).containsKey("refresh_token");
  }

  @Test
  void registerWhenDefaultsThenSecretIsNeededAndNoRefreshTokenIsGiven() {
    Answer registered =
        client.postJson("/register", "{\"redirect_uris\":[\"https://client.example/cb\"]}");
    String clientId = registered.text("client_id");
    String secret = registered.text("client_secret");
    String code = authorize(clientId, "https://client.example/cb");

    assertThat(registered.text("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
    assertThat(registered.json()).containsEntry("client_secret_expires_at", 0L);
    assertThat(redeem(clientId, code).error()).isEqualTo("invalid_client");
    Answer inBody =
        client.post(
            "/token",
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_secret",
            secret);
    assertThat(inBody.error()).isEqualTo("invalid_client");
    Answer token =
        client.postAs(
            clientId,
            secret,
            "/token",
            "grant_type",
            "authorization_code",
            "code",
            code,
            "code_verifier",
            VERIFIER.getValue());
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.json()).doesNotContainKey("refresh_token");
  }

  @Test
  void registerWhenPrivateKeyJwtThenAssertionIsGoodOnce() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k").generate();
    Answer registered =
        client.postJson(
            "/register",
            """
            {"token_endpoint_auth_method":"private_key_jwt","grant_types":["client_credentials"],
             "response_types":[],"jwks":{"keys":[%s]}}
            """
                .formatted(key.toPublicJWK().toJSONString()));
    String assertion = assertion(registered.text("client_id"), key);
    String[] request = {
      "grant_type", "client_credentials",
      "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      "client_assertion", assertion
    };

    assertThat(client.post("/token", request).status()).isEqualTo(200);
    assertThat(client.post("/token", request).error()).isEqualTo("invalid_client");
  }

  /** RFC 7523 §3. */
  private String assertion(String clientId, RSAKey key) throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .audience(server.issuer().toString())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .jwtID("1")
            .build();
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | invalid_redirect_uri",
        "{'redirect_uris':['http://client.example/cb']} | invalid_redirect_uri",
        "{'redirect_uris':['https://client.example/cb#f']} | invalid_redirect_uri",
        "{'redirect_uris':['javascript:alert(1)']} | invalid_redirect_uri",
        "{'redirect_uris':'https://client.example/cb'} | invalid_client_metadata",
        "{'redirect_uris':['https://c.example/'],'grant_types':['password']}"
            + " | invalid_client_metadata",
        "{'redirect_uris':['https://c.example/'],'response_types':['token']}"
            + " | invalid_client_metadata",
        "{'redirect_uris':['https://c.example/'],'token_endpoint_auth_method':'tls_client_auth'}"
            + " | invalid_client_metadata",
        "{'redirect_uris':['https://c.example/'],'token_endpoint_auth_method':'private_key_jwt'}"
            + " | invalid_client_metadata",
        "not json | invalid_client_metadata",
        "[] | invalid_client_metadata"
      })
  void registerWhenMetadataBadThenSaysSo(String json, String error) {
    Answer answer = client.postJson("/register", json.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo(error);
  }

  private String authorize(String clientId, String redirectUri) {
    return String.valueOf(
        client
            .authorizeWith(
                "response_type", "code",
                "client_id", clientId,
                "redirect_uri", redirectUri,
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256")
            .redirected("code"));
  }

  private Answer redeem(String clientId, String code) {
    return client.post(
        "/token",
        "grant_type",
        "authorization_code",
        "client_id",
        clientId,
        "code",
        code,
        "code_verifier",
        VERIFIER.getValue());
  }
}
