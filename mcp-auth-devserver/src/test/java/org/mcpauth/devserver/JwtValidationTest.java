// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class JwtValidationTest {

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () -> DevAuthorizationServer.builder().port(0).jwtValidation(true));

  private final DevAuthorizationServer server = AUTH.server();
  private final TestClient client = new TestClient(server);
  private final TokenDraft draft = server.tokens().forResource(RESOURCE).subject("alice");

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "JWT"})
  void validateWhenTokenValidThenItsClaims(String type) throws Exception {
    String token = draft.type(type).mint();

    Answer answer = validate("Bearer " + token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(Map.of("jwt", SignedJWT.parse(token).getJWTClaimsSet().toJSONObject()));
  }

  static Stream<Arguments> refused() {
    TokenMinter tokens = AUTH.server().tokens();
    TokenDraft draft = tokens.forResource(RESOURCE);
    return Stream.of(
        Arguments.of("expired", draft.expired().mint()),
        Arguments.of("not yet valid", draft.notYetValid().mint()),
        Arguments.of("foreign key", draft.foreignKey().mint()),
        Arguments.of("none", draft.algNone().mint()),
        Arguments.of("hs256", draft.hs256WithPublicKeyPem().mint()),
        Arguments.of("tampered", draft.tamperedPayload().mint()),
        Arguments.of("revoked", draft.inactive().mint()),
        Arguments.of("opaque", draft.opaque().mint()),
        Arguments.of("junk", tokens.junk(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void validateWhenTokenBadThenUnauthorizedAndNothingElse(String name, String token) {
    Answer answer = validate("Bearer " + token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void validateWhenNoBearerTokenThenUnauthorized() {
    assertThat(client.get("/api/jwt/validate").status()).isEqualTo(401);
    assertThat(validate(TestClient.basic("dev", "dev")).status()).isEqualTo(401);
    assertThat(validate("Bearer").status()).isEqualTo(401);
  }

  @Test
  void validateWhenBrokenThenFault() {
    server.faults().unavailable(Faults.Endpoint.JWT_VALIDATION);

    assertThat(validate("Bearer " + draft.mint()).status()).isEqualTo(503);
  }

  @Test
  void validateWhenNotSwitchedOnThenNotFound() {
    try (DevAuthorizationServer other = DevAuthorizationServer.builder().port(0).start()) {
      assertThat(new TestClient(other).get("/api/jwt/validate").status()).isEqualTo(404);
    }
  }

  private Answer validate(String authorization) {
    return client.send(
        HttpRequest.newBuilder(client.at("/api/jwt/validate"))
            .header("Authorization", authorization));
  }
}
