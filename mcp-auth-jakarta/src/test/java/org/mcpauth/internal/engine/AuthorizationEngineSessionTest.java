// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STATE-1: a session is its opener's, and a token is needed all the same. */
class AuthorizationEngineSessionTest {

  private static final String ID = "server-side-id";

  private final Gate gate = new Gate();
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  private String token(String subject) {
    return gate.issuer.token(gate.clock).claim("sub", subject).claim("scope", "notes:read").sign();
  }

  private String open(AuthorizationEngine at, String subject) {
    Decision.Proceed opened =
        (Decision.Proceed) at.decide(FakeRequest.rpc("initialize", "{}").bearer(token(subject)));
    return opened.passage().session().orElseThrow().answering("mcp-session-id", ID);
  }

  private static FakeRequest in(String session, FakeRequest request) {
    return request.header("Mcp-Session-Id", session);
  }

  @Test
  void decideWhenSessionIsTheCallersThenTheServerSeesItsOwnId() {
    String session = open(engine, "alice");
    Decision decision =
        engine.decide(in(session, FakeRequest.rpc("tools/list", "{}").bearer(token("alice"))));

    assertThat(session).startsWith(ID + ".");
    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    Passage passage = ((Decision.Proceed) decision).passage();
    assertThat(passage.requestHeaders()).containsEntry("Mcp-Session-Id", List.of(ID));
    // Servers that repeat the id in every answer repeat the bound one.
    assertThat(passage.session().orElseThrow().answering("Mcp-Session-Id", ID)).isEqualTo(session);
    assertThat(passage.session().orElseThrow().answering("X-Other", ID)).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET", "DELETE"})
  void decideWhenSessionIsAnothersThen404(String method) {
    String session = open(engine, "alice");
    gate.events.clear();
    FakeRequest request =
        method.equals("POST")
            ? FakeRequest.rpc("tools/list", "{}")
            : new FakeRequest(method).path("/mcp");
    FakeRequest foreign = in(session, request.bearer(token("bob")));
    Decision decision = engine.decide(foreign);

    assertThat(decision).isEqualTo(new Decision.SessionNotFound());
    HttpAnswer answer = engine.answer((Decision.Answered) decision, foreign);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32001,\"message\":\"Session not"
                + " found\"}}");
    assertThat(gate.eventNames())
        .containsExactly("TokenAccepted", "AccessDenied SESSION_NOT_FOUND");
  }

  /** What the server made itself is not taken from a client. */
  @Test
  void decideWhenSessionIsNotBoundThen404() {
    assertThat(engine.decide(in(ID, FakeRequest.rpc("ping", "{}").bearer(token("alice")))))
        .isEqualTo(new Decision.SessionNotFound());
    String session = open(engine, "alice");
    assertThat(
            engine.decide(
                in(session, in(session, FakeRequest.rpc("ping", "{}").bearer(token("alice"))))))
        .isEqualTo(new Decision.SessionNotFound());
  }

  /** A session is no authentication. */
  @Test
  void decideWhenTokenIsBadThen401() {
    String session = open(engine, "alice");

    for (FakeRequest request :
        List.of(FakeRequest.rpc("ping", "{}"), FakeRequest.rpc("ping", "{}").bearer("forged"))) {
      assertThat(engine.decide(in(session, request))).isInstanceOf(Decision.Challenged.class);
    }
  }

  /** TR-4: from 2026-07-28 on there are no sessions. */
  @Test
  void decideWhenRevisionHasNoSessionsThenTheServerSeesNone() {
    FakeRequest request =
        FakeRequest.rpc(
                "ping", "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "ping")
            .bearer(token("bob"));
    Decision decision = engine.decide(in(open(engine, "alice"), request));

    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    assertThat(((Decision.Proceed) decision).passage().requestHeaders())
        .containsEntry("Mcp-Session-Id", List.of());
  }

  @Test
  void decideWhenOpenedByAnonymousThenByAnonymousAlone() {
    Gate open = new Gate("mcp.auth.default-policy", "permit");
    AuthorizationEngine mixed = open.engine(NotesTools.class);
    Decision.Proceed opened = (Decision.Proceed) mixed.decide(FakeRequest.rpc("initialize", "{}"));
    String session = opened.passage().session().orElseThrow().answering("Mcp-Session-Id", ID);

    assertThat(mixed.decide(in(session, FakeRequest.rpc("ping", "{}"))))
        .isInstanceOf(Decision.Proceed.class);
    assertThat(
            mixed.decide(
                in(session, FakeRequest.rpc("ping", "{}").bearer(open.token("notes:read")))))
        .isEqualTo(new Decision.SessionNotFound());
  }

  @Test
  void decideWhenNodesShareTheKeyThenTheSessionGoesOn() {
    String[] key = {"mcp.auth.session-key", "0123456789abcdef0123456789abcdef"};
    AuthorizationEngine one = new Gate(key).engine(NotesTools.class);
    AuthorizationEngine other = new Gate(key).engine(NotesTools.class);

    assertThat(
            other.decide(
                in(open(one, "alice"), FakeRequest.rpc("ping", "{}").bearer(token("alice")))))
        .isInstanceOf(Decision.Proceed.class);
  }

  @Test
  void decideWhenUnboundIsConfiguredThenIdsAreAsTheyAre() {
    AuthorizationEngine loose =
        new Gate("mcp.auth.insecure.unbound-sessions", "true").engine(NotesTools.class);
    Decision decision = loose.decide(in(ID, FakeRequest.rpc("ping", "{}").bearer(token("alice"))));

    assertThat(open(loose, "alice")).isEqualTo(ID);
    assertThat(((Decision.Proceed) decision).passage().requestHeaders())
        .doesNotContainKey("Mcp-Session-Id");
  }

  /** To be told of changes of a resource needs what to read it needs. */
  @Test
  void decideWhenListeningToResourcesThenTheirScopesAreNeeded() {
    FakeRequest all = listen("[\"notes://all\"]");
    FakeRequest secret = listen("[\"notes://all\",\"notes://secret/1\"]");

    assertThat(engine.decide(all.bearer(token("alice")))).isInstanceOf(Decision.Proceed.class);
    Decision refused = engine.decide(secret.bearer(token("alice")));
    assertThat(refused).isInstanceOf(Decision.Challenged.class);
    assertThat(((Decision.Challenged) refused).challenge().scopes())
        .containsExactly("notes:read", "notes:secret");
    String tooMany = "[" + "\"x:y\",".repeat(1000) + "\"x:z\"]";
    assertThat(engine.decide(listen(tooMany).bearer(token("alice"))))
        .isInstanceOf(Decision.Malformed.class);
  }

  private static FakeRequest listen(String uris) {
    return FakeRequest.rpc(
            "subscriptions/listen",
            "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"},"
                + "\"notifications\":{\"resourceSubscriptions\":"
                + uris
                + "}}")
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "subscriptions/listen");
  }
}
