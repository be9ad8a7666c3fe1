// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The message, once the caller is known. */
class AuthorizationEngineMessageTest {

  private final Gate gate = new Gate("mcp.auth.scopes", "notes:read");
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|-32700",
        "{|-32700",
        "nonsense|-32700",
        "[]|-32600",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]|-32600",
        "{}|-32600",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}{}|-32700",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{}}|-32602",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"Name\":\"x\"}}|-32600"
      })
  void decideWhenMessageIsMalformedThen400WithJsonRpcError(String message, int code) {
    HttpAnswer answer = answer(FakeRequest.post(message).bearer(gate.token("notes:read")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    assertThat(answer.headers()).doesNotContainKey("WWW-Authenticate");
    assertThat(answer.body())
        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":")
        .contains("\"error\":{\"code\":" + code + ",\"message\":\"");
    assertThat(gate.eventNames()).containsExactly("TokenAccepted", "AccessDenied INVALID_REQUEST");
  }

  @Test
  void decideWhenMemberOccursTwiceThen400() {
    String twice =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"whoami\",\"name\":\"audit\"}}";

    assertThat(answer(FakeRequest.post(twice).bearer(gate.token(""))).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16",
        "multipart/form-data",
        ""
      })
  void decideWhenNotJsonThen415(String contentType) {
    HttpAnswer answer =
        answer(
            FakeRequest.tool("list_notes")
                .without("Content-Type")
                .header("Content-Type", contentType)
                .bearer(gate.token("notes:read")));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("\"code\":-32600");
  }

  @Test
  void decideWhenTooLargeThen413() {
    Gate small = new Gate("mcp.auth.limits.message-size", "1024");
    AuthorizationEngine limited = small.engine(NotesTools.class);
    String token = small.token("notes:read");
    FakeRequest announced = FakeRequest.tool("list_notes").bearer(token).announcing(1025);

    assertThat(AuthorizationEngineTest.answer(limited, announced).status()).isEqualTo(413);
    assertThat(announced.wasRead()).isTrue();
    assertThat(
            AuthorizationEngineTest.answer(
                    limited, FakeRequest.tool("x".repeat(1024)).bearer(token).announcing(5))
                .status())
        .isEqualTo(413);
    assertThat(
            AuthorizationEngineTest.answer(
                    limited, FakeRequest.tool("x".repeat(1024)).bearer(token))
                .body())
        .contains("The message is larger than 1024 bytes");
  }

  /** TR-5: what was decided about is what the headers say, or nothing goes on. */
  @Test
  void decideWhenHeaderNamesAnotherToolThen400() {
    HttpAnswer answer =
        answer(
            FakeRequest.tool("add_note")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "list_notes")
                .bearer(gate.token("notes:read")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":-32020").contains("\"id\":1");
  }

  @Test
  void decideWhenBodyCannotBeReadThen400() throws IOException {
    FakeRequest broken = FakeRequest.tool("list_notes").bearer(gate.token("notes:read"));
    broken.body().close();

    assertThat(answer(broken).status()).isEqualTo(400);
  }

  /** Envoy and nginx-ui CVE-2026-33032: every method goes through the gate. */
  @ParameterizedTest
  @ValueSource(
      strings = {"GET", "HEAD", "DELETE", "PUT", "PATCH", "TRACE", "PROPFIND", "BREW", "post"})
  void decideWhenAnyMethodThenNeedsToken(String method) {
    assertThat(answer(new FakeRequest(method)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE"})
  void decideWhenNoMessageAndTokenThenProceedsUnread(String method) {
    FakeRequest request = new FakeRequest(method).bearer(gate.token(""));
    Decision decision = engine.decide(request);

    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    assertThat(((Decision.Proceed) decision).operation().name()).isEqualTo(method);
    assertThat(((Decision.Proceed) decision).body()).isEmpty();
    assertThat(request.wasRead()).isFalse();
  }

  /** Servers that do not mind the case of a method must not be a way around the scopes. */
  @ParameterizedTest
  @ValueSource(strings = {"post", "Post", "pOST"})
  void decideWhenPostInAnotherCaseThenMessageDecides(String method) {
    FakeRequest request =
        new FakeRequest(method)
            .header("Content-Type", "application/json")
            .bearer(gate.token("notes:read"));

    assertThat(engine.decide(request)).isNotInstanceOf(Decision.Proceed.class);
  }

  private HttpAnswer answer(FakeRequest request) {
    return AuthorizationEngineTest.answer(engine, request);
  }
}
