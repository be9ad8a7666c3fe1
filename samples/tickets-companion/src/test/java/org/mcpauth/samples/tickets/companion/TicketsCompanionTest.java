// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;
import org.mcpauth.samples.launcher.Companion;
import org.mcpauth.samples.launcher.LoopbackPort;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.Wire;

@ExtendWith(DevAuthorizationServerExtension.class)
class TicketsCompanionTest {

  private static final String DESK = "http://localhost:8080/mcp";
  private static final String ORDER = "{\"reference\":\"globex-2\",\"cents\":1500}";

  private final URI base = URI.create("http://localhost:" + LoopbackPort.free());
  private final DevAuthorizationServer issuer;
  private final Companion.Running running;

  TicketsCompanionTest(DevAuthorizationServer issuer) {
    this.issuer = issuer;
    this.running = Companion.find().orElseThrow().start(issuer, DESK, base);
  }

  @AfterEach
  void stop() {
    running.close();
    issuer.faults().repairAll();
  }

  static Stream<Named<UnaryOperator<TokenDraft>>> invalid() {
    return Stream.of(
        Named.of("for the desk", draft -> draft.audience(DESK)),
        Named.of("wrong issuer", TokenDraft::wrongIssuer),
        Named.of("foreign key", TokenDraft::foreignKey),
        Named.of("alg none", TokenDraft::algNone),
        Named.of("expired", draft -> draft.expiresIn(Duration.ofHours(-1))),
        Named.of("ID token", TokenDraft::idToken));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refundWhenTokenIsNotForPaymentsThenChallenges(UnaryOperator<TokenDraft> spoil) {
    assertChallenge(
        order(spoil.apply(forPayments("payments:refund")).mint()), 401, "invalid_token");
  }

  @Test
  void refundWhenNoTokenThenChallenges() {
    assertChallenge(Wire.post(payments(base), "application/json", ORDER), 401, "invalid_token");
  }

  @Test
  void refundWhenTokenLacksTheScopeThenChallenges() {
    assertChallenge(order(forPayments("payments:read").mint()), 403, "insufficient_scope");
  }

  @Test
  void refundWhenTokenIsGoodThenNamesUserAndActor() {
    JsonNode receipt =
        Answer.json(
            order(forPayments("payments:refund").actor("tickets").mint())
                .requireStatus(201)
                .body());
    assertThat(receipt)
        .isEqualTo(
            Answer.json(
                """
                {"reference":"globex-2","cents":1500,"orderedBy":"mia","through":"tickets"}
                """));
  }

  /** The issuer keeps its keys elsewhere: with another server, whose keys are other ones. */
  @Test
  void refundWhenIssuerNamesAnotherJwksUriThenItsKeysCount() {
    URI second = URI.create("http://localhost:" + LoopbackPort.free());
    try (DevAuthorizationServer keys = DevAuthorizationServer.builder().port(0).start()) {
      IssuerMetadata.of(issuer.issuer()).with("jwks_uri", keys.issuer() + "/jwks").publish(issuer);
      Companion.Running other = new TicketsCompanion().start(issuer, DESK, second);
      try {
        TokenDraft good = forPayments(keys, second).claim("iss", issuer.issuer().toString());
        order(second, good.mint()).requireStatus(201);
        assertChallenge(order(second, forPayments(issuer, second).mint()), 401, "invalid_token");
      } finally {
        other.close();
      }
    }
  }

  @Test
  void usersWhenUnknownOrUnreadableThenNoToken() {
    Wire.get(URI.create(base + "/users/eve")).requireStatus(404);
    Wire.get(URI.create(base + "/users/mia?age=old")).requireStatus(400);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L})
  void usersWhenAgeIsBeforeOrAfterAllTimesThenNoToken(long age) {
    Wire.get(URI.create(base + "/users/mia?age=" + age)).requireStatus(400);
  }

  @Test
  void userInfoWhenTokenOfAUserThenNamesHer() {
    String token = Wire.get(URI.create(base + "/users/mia")).requireStatus(200).body();
    String metadata =
        Wire.get(URI.create(issuer.issuer() + "/.well-known/oauth-authorization-server")).body();
    URI userInfo = URI.create(Answer.json(metadata).path("userinfo_endpoint").asText());
    assertThat(Answer.json(Wire.get(userInfo, "Authorization", "Bearer " + token).body()))
        .isEqualTo(Answer.json("{\"sub\":\"mia\",\"name\":\"Mia Jensen\"}"));
    assertChallenge(Wire.get(userInfo), 401, "invalid_token");
  }

  @Test
  void configurationWhenAskedForThenSaysWherePaymentsIs() {
    assertThat(new TicketsCompanion().configuration(base))
        .isEqualTo(Map.of("mcp.auth.token-exchange.targets.payments.url", base + "/payments"));
  }

  private static URI payments(URI base) {
    return URI.create(base + "/payments/refunds");
  }

  private TokenDraft forPayments(String scope) {
    return forPayments(issuer, base).scope(scope);
  }

  private static TokenDraft forPayments(DevAuthorizationServer signer, URI base) {
    return signer.tokens().forResource(base + "/payments").subject("mia").scope("payments:refund");
  }

  private Answer order(String token) {
    return order(base, token);
  }

  private static Answer order(URI base, String token) {
    return Wire.post(payments(base), "application/json", ORDER, "Authorization", "Bearer " + token);
  }

  private static void assertChallenge(Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer error=\"" + error + "\"");
  }
}
