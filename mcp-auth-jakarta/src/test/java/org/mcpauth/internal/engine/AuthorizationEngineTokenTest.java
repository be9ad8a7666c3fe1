// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.jose.SigningKey;

/** Credentials, then the token: before the message is read. */
class AuthorizationEngineTokenTest {

  private static final String METADATA_URL =
      "https://mcp.example.com/.well-known/oauth-protected-resource/mcp";
  private static final String PLAIN =
      "Bearer scope=\"notes:read\", resource_metadata=\"" + METADATA_URL + "\"";

  private final Gate gate = new Gate("mcp.auth.scopes", "notes:read");
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  /** CHAL-1, CHAL-4; RFC 6750 §3.1: no error code without credentials. */
  @Test
  void decideWhenNoCredentialsThenBaseChallenge() {
    FakeRequest request = FakeRequest.tool("add_note");
    HttpAnswer answer = answer(request);

    assertThat(answer)
        .isEqualTo(
            new HttpAnswer(
                401, Map.of("WWW-Authenticate", PLAIN, "Cache-Control", "no-store"), ""));
    assertThat(request.wasRead()).isFalse();
    assertThat(gate.eventNames()).containsExactly("AccessDenied NO_CREDENTIALS");
  }

  @Test
  void decideWhenNoScopesAreConfiguredThenChallengeNamesNone() {
    assertThat(
            AuthorizationEngineTest.header(
                new Gate().engine(NotesTools.class), FakeRequest.tool("add_note")))
        .isEqualTo("Bearer resource_metadata=\"" + METADATA_URL + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWxpY2U6c2VjcmV0", "DPoP abc", "Negotiate"})
  void decideWhenAnotherSchemeThenBaseChallenge(String credentials) {
    assertThat(
            AuthorizationEngineTest.header(
                engine, FakeRequest.tool("x").header("Authorization", credentials)))
        .isEqualTo(PLAIN);
  }

  /** TOK-5, even with a good header; any encoding of the name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token=abc",
        "x=1&access_token=abc",
        "%61ccess_token=abc",
        "access%5Ftoken=abc",
        "%61%63%63%65%73%73%5F%74%6F%6B%65%6E=abc",
        "x=%&access_token=abc"
      })
  void decideWhenTokenInQueryThen400(String query) {
    FakeRequest request =
        FakeRequest.tool("list_notes").bearer(gate.token("notes:read")).query(query);
    HttpAnswer answer = answer(request);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers())
        .containsEntry(
            "WWW-Authenticate",
            "Bearer error=\"invalid_request\", resource_metadata=\""
                + METADATA_URL
                + "\", error_description=\"An access token in the query is not accepted, send it in"
                + " the Authorization header\"");
    // TR-9: to a client of both eras, a 400 without a JSON-RPC error means an old server.
    assertThat(answer.body())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"An access"
                + " token in the query is not accepted, send it in the Authorization header\"}}");
    assertThat(gate.eventNames()).containsExactly("AccessDenied INVALID_REQUEST");
  }

  @Test
  void decideWhenTwoAuthorizationHeadersThen400() {
    String token = gate.token("notes:read");

    assertThat(answer(FakeRequest.tool("list_notes").bearer(token).bearer(token)).status())
        .isEqualTo(400);
    assertThat(
            answer(
                    FakeRequest.tool("list_notes")
                        .header("Authorization", "Basic abc")
                        .bearer(token))
                .status())
        .isEqualTo(400);
  }

  /** TOK-3: before there is any talk of scopes, and before the message is read. */
  @Test
  void decideWhenExpiredAndUnderscopedThen401() {
    String expired = gate.issuer.token(gate.clock).claim("exp", 1).sign();
    FakeRequest request = FakeRequest.tool("add_note").bearer(expired);
    HttpAnswer answer = answer(request);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers())
        .containsEntry(
            "WWW-Authenticate",
            "Bearer error=\"invalid_token\", scope=\"notes:read\", resource_metadata=\""
                + METADATA_URL
                + "\", error_description=\"The access token expired\"");
    assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"invalid_token\",\"error_description\":\"The access token expired\","
                + "\"scope\":\"notes:read\"}");
    assertThat(request.wasRead()).isFalse();
    assertThat(gate.eventNames()).containsExactly("TokenRejected", "AccessDenied INVALID_TOKEN");
  }

  /**
   * TOK-4: unverified callers learn nothing beyond the base challenge (fastapi-zitadel-auth #155).
   */
  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "{}", "a\u00e9"})
  void decideWhenTokenIsGarbageThenNoScopeOfTheOperation(String token) {
    HttpAnswer answer = answer(FakeRequest.tool("audit").bearer(token));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().get("WWW-Authenticate"))
        .startsWith("Bearer error=\"invalid_token\", scope=\"notes:read\", resource_metadata=")
        .doesNotContain("notes:admin");
  }

  @Test
  void decideWhenTokenIsOfStrangerThen401() {
    String forged = gate.issuer.token(gate.clock).key(SigningKey.RSA).header("kid", "p256").sign();

    assertThat(answer(FakeRequest.tool("whoami").bearer(forged)).status()).isEqualTo(401);
  }

  @Test
  void decideWhenIssuerIsDownThen503() {
    Gate down = new Gate();
    down.fetcher.breakDown(down.issuer);
    AuthorizationEngine waiting = down.engine(NotesTools.class);
    FakeRequest request = FakeRequest.tool("whoami").bearer(down.token(""));
    HttpAnswer answer = AuthorizationEngineTest.answer(waiting, request);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers())
        .containsEntry("Retry-After", "10")
        .containsEntry("Cache-Control", "no-store")
        .doesNotContainKey("WWW-Authenticate");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"temporarily_unavailable\","
                + "\"error_description\":\"The authorization server does not answer\"}");
    assertThat(request.wasRead()).isFalse();
    assertThat(down.eventNames()).containsExactly("AccessDenied UNAVAILABLE");
  }

  @Test
  void decideWhenIssuerComesBackThenProceeds() {
    Gate down = new Gate();
    down.fetcher.breakDown(down.issuer);
    AuthorizationEngine waiting = down.engine(NotesTools.class);
    down.fetcher.publish(down.issuer);
    down.clock.advance(Duration.ofSeconds(31));

    assertThat(waiting.decide(FakeRequest.tool("whoami").bearer(down.token(""))))
        .isInstanceOf(Decision.Proceed.class);
  }

  private HttpAnswer answer(FakeRequest request) {
    return AuthorizationEngineTest.answer(engine, request);
  }
}
