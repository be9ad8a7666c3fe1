// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.Wire;

/**
 * Requests that one reader may take for something else than another: refused before anything is
 * dispatched. Each of them would add a note if it got through, the token being good enough.
 */
@ExtendWith(NotesExtension.class)
class HostileRequestIT {

  private static final String ADD_NOTE =
      """
      {"jsonrpc":"2.0","id":7,"method":"tools/call",\
      "params":{"name":"add_note","arguments":{"text":"Buy milk"}}}""";
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int HEADER_MISMATCH = -32020;

  private final RunningNotes notes;
  private final McpSession session;

  HostileRequestIT(RunningNotes notes) {
    this.notes = notes;
    this.session = McpSession.open(notes, notes.token("notes:read", "notes:write"));
  }

  @Test
  void postWhenNotHostileThenAddsNote() {
    session.post(ADD_NOTE.getBytes(UTF_8)).result();
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  static Stream<Named<byte[]>> malformed() {
    return Stream.of(
        body("not JSON", "add_note"),
        body("empty", ""),
        body("cut off", ADD_NOTE.substring(0, ADD_NOTE.length() - 1)),
        body("two messages", ADD_NOTE + ADD_NOTE),
        body("batch", "[" + ADD_NOTE + "]"),
        body("string", "\"add_note\""),
        body("duplicate method", ADD_NOTE.replace("\"method\"", "\"method\":\"ping\",\"method\"")),
        body(
            "duplicate method, escaped",
            ADD_NOTE.replace("\"method\"", "\"m\\u0065thod\":\"ping\",\"method\"")),
        body("look-alike method", ADD_NOTE.replace("\"method\"", "\"Method\":\"ping\",\"method\"")),
        body("duplicate name", ADD_NOTE.replace("\"name\"", "\"name\":\"about\",\"name\"")),
        body("look-alike name", ADD_NOTE.replace("\"name\"", "\"NAME\":\"about\",\"name\"")),
        body("duplicate params", ADD_NOTE.replace("\"params\"", "\"params\":{},\"params\"")),
        body("nested 10,000 deep", nested(10_000)),
        body("comment", "/* about */" + ADD_NOTE),
        Named.of("byte order mark", ("\ufeff" + ADD_NOTE).getBytes(UTF_8)),
        Named.of("UTF-16", ADD_NOTE.getBytes(UTF_16)),
        Named.of("invalid UTF-8", ADD_NOTE.replace("milk", "m\u00fclk").getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void postWhenMalformedThenBadRequest(byte[] body) {
    Answer answer = session.post(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(rpcErrorCode(answer)).isIn(PARSE_ERROR, INVALID_REQUEST);
    assertThat(notes.texts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void postWhenMalformedAndNoTokenThenLearnsNothing(byte[] body) {
    Answer answer = session.anonymous().post(body);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).containsExactly(notes.unauthenticated());
    assertThat(notes.texts()).isEmpty();
  }

  @Test
  void postWhenBodyIsTenMegabytesThenTooLarge() {
    String padded = ADD_NOTE.replace("Buy milk", "x".repeat(10_000_000));
    Answer answer = session.post(padded.getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(rpcErrorCode(answer)).isEqualTo(INVALID_REQUEST);
    assertThat(notes.texts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"about", "=?base64?YWJvdXQ=?=", ""})
  void postWhenNameHeaderDiffersThenHeaderMismatch(String name) {
    Answer answer = session.post(ADD_NOTE.getBytes(UTF_8), "Mcp-Name", name);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(rpcErrorCode(answer)).isEqualTo(HEADER_MISMATCH);
    assertThat(answer.message().path("id").asInt()).isEqualTo(7);
    assertThat(notes.texts()).isEmpty();
  }

  /** About needs no token, but the SDK's servlet a session: it says so without a stack trace. */
  @Test
  void postWhenNoSessionThenJsonRpcErrorAndNothingElse() {
    Answer answer =
        Wire.post(notes.endpoint(), "application/json", ADD_NOTE.replace("add_note", "about"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("jsonrpc", "id", "error");
    assertThat(answer.message().path("error").path("message").asText()).contains("Session ID");
  }

  @Test
  void postWhenMethodHeaderDiffersThenHeaderMismatch() {
    Answer answer = session.post(ADD_NOTE.getBytes(UTF_8), "Mcp-Method", "ping");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(rpcErrorCode(answer)).isEqualTo(HEADER_MISMATCH);
    assertThat(notes.texts()).isEmpty();
  }

  @Test
  void postWhenHeadersAgreeThenAddsNote() {
    session
        .post(ADD_NOTE.getBytes(UTF_8), "Mcp-Method", "tools/call", "Mcp-Name", "add_note")
        .result();
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?access_token=", "?a=b&access_token=", "?%61ccess_token="})
  void postWhenTokenInQueryThenBadRequest(String query) {
    URI uri = URI.create(notes.endpoint() + query + notes.token("notes:write"));
    Answer answer = session.anonymous().post(uri, ADD_NOTE.getBytes(UTF_8));
    assertInvalidRequest(answer);
  }

  @Test
  void postWhenTokenInQueryAndHeaderThenBadRequest() {
    URI uri = URI.create(notes.endpoint() + "?access_token=" + notes.token("notes:write"));
    assertInvalidRequest(session.post(uri, ADD_NOTE.getBytes(UTF_8)));
  }

  @Test
  void postWhenTwoAuthorizationHeadersThenBadRequest() {
    String other = "Bearer " + notes.token("notes:write");
    assertInvalidRequest(session.post(ADD_NOTE.getBytes(UTF_8), "Authorization", other));
  }

  @Test
  void postWhenTokenIsHundredKilobytesThenRefused() {
    Answer answer = session.with("x".repeat(100_000)).post(ADD_NOTE.getBytes(UTF_8));
    // Payara refuses so large a header itself.
    assertThat(answer.status()).isIn(400, 401, 413, 431);
    assertThat(notes.texts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://localhost.evil.example", "garbage"})
  void postWhenOriginIsForeignThenForbidden(String origin) {
    Answer answer = session.post(ADD_NOTE.getBytes(UTF_8), "Origin", origin);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
    assertThat(notes.texts()).isEmpty();
  }

  @Test
  void postWhenOriginIsOwnThenAddsNote() {
    session.post(ADD_NOTE.getBytes(UTF_8), "Origin", notes.origin()).result();
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  @Test
  void callToolWhenUnknownThenServerAnswers() {
    Answer answer = session.callTool("drop_table", Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.message().at("/error/code").asInt()).isEqualTo(-32602);
  }

  @Test
  void callToolWhenUnknownAndNoTokenThenChallenges() {
    Answer answer = session.anonymous().callTool("drop_table", Map.of());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).containsExactly(notes.unauthenticated());
  }

  /** The path is what the container says it is, whatever the request line looks like. */
  @ParameterizedTest
  @ValueSource(strings = {"/mcp/", "/mcp;x=y", "//mcp", "/./mcp", "/x/../mcp", "/%6dcp", "/mcp/x"})
  void postWhenPathIsSpelledOtherwiseAndNoTokenThenAddsNothing(String path) {
    URI uri = URI.create(notes.origin() + path);
    Answer answer = session.anonymous().post(uri, ADD_NOTE.getBytes(UTF_8));
    assertThat(answer.status()).isIn(400, 401, 404);
    assertThat(notes.texts()).isEmpty();
  }

  private void assertInvalidRequest(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("WWW-Authenticate"))
        .singleElement()
        .asString()
        .startsWith(
            "Bearer error=\"invalid_request\", resource_metadata=\"" + notes.metadataUrl() + "\"");
    assertThat(rpcErrorCode(answer)).isEqualTo(INVALID_REQUEST);
    assertThat(notes.texts()).isEmpty();
  }

  private static int rpcErrorCode(Answer answer) {
    assertThat(answer.header("Content-Type"))
        .singleElement()
        .asString()
        .startsWith("application/json");
    JsonNode message = answer.message();
    assertThat(message.path("jsonrpc").asText()).as(answer.body()).isEqualTo("2.0");
    assertThat(message.has("id")).as(answer.body()).isTrue();
    return message.at("/error/code").asInt();
  }

  private static Named<byte[]> body(String name, String text) {
    return Named.of(name, text.getBytes(UTF_8));
  }

  private static String nested(int depth) {
    return ADD_NOTE.replace("\"Buy milk\"", "[".repeat(depth) + "]".repeat(depth));
  }
}
