// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.internal.lists.AnswerTransform;
import org.mcpauth.internal.lists.WholeAnswer;

/** What a caller gets to see, as the engine decides it. */
class VisibilityTest {

  private static final String TOOLS =
      "{\"tools\":[{\"name\":\"list_notes\"},{\"name\":\"add_note\"},{\"name\":\"audit\"},"
          + "{\"name\":\"whoami\"},{\"name\":\"search\"},{\"name\":\"other\"}]}";

  private final Gate gate = new Gate("mcp.auth.lists", "permitted");
  private final AuthorizationEngine engine = gate.engine(NotesTools.class);

  private static Decision.Proceed proceed(AuthorizationEngine engine, FakeRequest request) {
    Decision decision = engine.decide(request);
    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    return (Decision.Proceed) decision;
  }

  private static String header(Decision.Proceed proceed, String name) {
    return String.join(",", proceed.passage().requestHeaders().getOrDefault(name, List.of("none")));
  }

  private static String shown(Decision.Proceed proceed, String result) {
    AnswerTransform answer = proceed.passage().answer().orElseThrow();
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}";
    byte[] shown =
        answer
            .whole(new WholeAnswer(200, "application/json", body.getBytes(StandardCharsets.UTF_8)))
            .body();
    return new String(shown, StandardCharsets.UTF_8)
        .replace("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":", "")
        .replaceAll("}$", "");
  }

  private String tools(Gate of, String... scopes) {
    return shown(
        proceed(
            of.engine(NotesTools.class),
            FakeRequest.rpc("tools/list", "{}").bearer(of.token(String.join(" ", scopes)))),
        TOOLS);
  }

  @Test
  void decideWhenNothingIsConfiguredThenNothingChanges() {
    Gate plain = new Gate();
    for (FakeRequest request :
        List.of(
            FakeRequest.rpc("tools/list", "{}"),
            FakeRequest.tool("whoami"),
            FakeRequest.get("/mcp"))) {
      Decision.Proceed proceed =
          proceed(plain.engine(NotesTools.class), request.bearer(plain.token("")));

      assertThat(proceed.passage().requestHeaders()).isEmpty();
      assertThat(proceed.passage().answer()).isEmpty();
    }
  }

  @Test
  void decideWhenListIsAskedForThenItNamesWhatTheTokenPermits() {
    assertThat(tools(gate, "notes:read"))
        .isEqualTo(
            "{\"tools\":[{\"name\":\"list_notes\"},{\"name\":\"whoami\"},{\"name\":\"search\"},"
                + "{\"name\":\"other\"}]}");
    assertThat(tools(gate, "notes:audit"))
        .isEqualTo(
            "{\"tools\":[{\"name\":\"audit\"},{\"name\":\"whoami\"},{\"name\":\"search\"},"
                + "{\"name\":\"other\"}]}");
  }

  /** SCOPE-6. */
  @Test
  void decideWhenScopeImpliesAnotherThenItCountsForListsToo() {
    assertThat(
            tools(
                new Gate(
                    "mcp.auth.lists",
                    "permitted",
                    "mcp.auth.scope-hierarchy.\"notes:write\"",
                    "notes:read"),
                "notes:write"))
        .contains("list_notes", "add_note")
        .doesNotContain("audit");
  }

  @Test
  void decideWhenProviderWantsMoreThenListLeavesOutWhatLacksIt() {
    Gate dynamic =
        new Gate("mcp.auth.lists", "permitted")
            .requiring(
                call ->
                    call.operation().name().equals("other")
                        ? Scopes.of("tenant:a")
                        : Scopes.none());

    assertThat(tools(dynamic, "notes:read")).contains("list_notes").doesNotContain("other");
    assertThat(tools(dynamic, "tenant:a")).contains("other");
  }

  @Test
  void decideWhenListIsAnonymousThenItNamesWhatIsOpen() {
    Gate open =
        new Gate(
            "mcp.auth.lists",
            "permitted",
            "mcp.auth.anonymous.tools",
            "search",
            "mcp.auth.anonymous.methods",
            "tools/list");

    assertThat(
            shown(
                proceed(open.engine(NotesTools.class), FakeRequest.rpc("tools/list", "{}")), TOOLS))
        .isEqualTo("{\"tools\":[{\"name\":\"search\"}]}");
  }

  @Test
  void decideWhenPromptsAndResourcesAreListedThenFilteredToo() {
    assertThat(
            shown(
                proceed(engine, FakeRequest.rpc("prompts/list", "{}").bearer(gate.token(""))),
                "{\"prompts\":[{\"name\":\"summarize\"},{\"name\":\"whoami\"}]}"))
        .isEqualTo("{\"prompts\":[{\"name\":\"whoami\"}]}");
    assertThat(
            shown(
                proceed(engine, FakeRequest.rpc("resources/list", "{}").bearer(gate.token(""))),
                "{\"resources\":[{\"uri\":\"notes://all\"},{\"uri\":\"notes://secret/1\"},"
                    + "{\"uri\":\"notes://open\"}]}"))
        .isEqualTo("{\"resources\":[{\"uri\":\"notes://open\"}]}");
    assertThat(
            shown(
                proceed(
                    engine,
                    FakeRequest.rpc("resources/templates/list", "{}")
                        .bearer(gate.token("notes:read"))),
                "{\"resourceTemplates\":[{\"uriTemplate\":\"notes://secret/{id}\"},"
                    + "{\"uriTemplate\":\"notes://open/{id}\"}]}"))
        .isEqualTo("{\"resourceTemplates\":[{\"uriTemplate\":\"notes://open/{id}\"}]}");
  }

  /** CACHE-2: by the header or by the message. */
  @Test
  void decideWhenRevisionHasCacheScopesThenPrivate() {
    String current = "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}";
    Decision.Proceed proceed =
        proceed(
            engine,
            FakeRequest.rpc("tools/list", current)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/list")
                .bearer(gate.token("")));

    assertThat(shown(proceed, "{\"tools\":[]}"))
        .isEqualTo("{\"tools\":[],\"cacheScope\":\"private\"}");
  }

  @Test
  void decideWhenRequirementsAreWantedThenTheyAreThoseOfTheChallenge() {
    Gate describing =
        new Gate(
            "mcp.auth.lists.requirements",
            "true",
            "mcp.auth.scope-prefix",
            "api://notes/",
            "mcp.auth.anonymous.tools",
            "search");
    String list = tools(describing, "");

    assertThat(list)
        .contains(
            "{\"name\":\"add_note\",\"securitySchemes\":[{\"type\":\"oauth2\",\"scopes\":["
                + "\"api://notes/notes:read\",\"api://notes/notes:write\"]}]",
            "{\"name\":\"search\",\"securitySchemes\":[{\"type\":\"noauth\"}]",
            "{\"name\":\"other\",\"securitySchemes\":[{\"type\":\"oauth2\",\"scopes\":[]}]");
    assertThat(
            describing
                .engine(NotesTools.class)
                .decide(FakeRequest.tool("add_note").bearer(describing.token(""))))
        .isInstanceOf(Decision.Challenged.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "tools/call|{\"name\":\"%s\"}|audit|[a-z]{32}",
        "prompts/get|{\"name\":\"%s\"}|summarize|[a-z]{32}",
        "resources/read|{\"uri\":\"%s\"}|notes://secret/7|unknown:[a-z]{32}",
        "resources/subscribe|{\"uri\":\"%s\"}|notes://all|unknown:[a-z]{32}",
        "completion/complete|{\"ref\":{\"name\":\"%s\"}}|summarize|[a-z]{32}"
      })
  void decideWhenNotPermittedThenServerIsAskedForWhatDoesNotExist(
      String method, String params, String name, String pattern) throws Exception {
    Decision.Proceed proceed =
        proceed(
            engine, FakeRequest.rpc(method, params.formatted(name)).bearer(gate.token("other")));
    String body =
        new String(proceed.body().orElseThrow().stream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(body)
        .doesNotContain(name)
        .containsPattern(
            "\"params\":" + params.formatted("~").replace("{", "\\{").replace("~", pattern));
    assertThat(gate.eventNames())
        .containsExactly("TokenAccepted", "AccessDenied INSUFFICIENT_SCOPE");
  }

  @Test
  void decideWhenNotPermittedThenHeadersSayTheSameAsTheBody() throws IOException {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"audit\"}}";
    Decision.Proceed proceed =
        proceed(
            engine,
            FakeRequest.post(message)
                .header("Mcp-Name", "audit")
                .header("Accept-Encoding", "gzip")
                .announcing(message.length())
                .bearer(gate.token("other")));
    String body =
        new String(proceed.body().orElseThrow().stream().readAllBytes(), StandardCharsets.UTF_8);
    String name = header(proceed, "mcp-name");

    assertThat(body).isEqualTo(message.replace("audit", name));
    assertThat(header(proceed, "content-length")).isEqualTo(String.valueOf(body.length()));
    assertThat(header(proceed, "accept-encoding")).isEmpty();
    assertThat(proceed.passage().answer().map(answer -> answer.header(name))).contains("audit");
  }

  /** A coding of its answer would tell what is there from what is hidden. */
  @Test
  void decideWhenPermittedThenNoCodingIsAskedForEither() {
    Passage passage =
        proceed(engine, FakeRequest.tool("whoami").bearer(gate.token("other"))).passage();

    assertThat(passage.requestHeaders()).containsOnlyKeys("Accept-Encoding");
    assertThat(passage.answer()).isEmpty();
  }

  @Test
  void decideWhenStreamIsTakenUpAgainThenListsInItAreFiltered() {
    assertThat(
            proceed(engine, FakeRequest.get("/mcp").bearer(gate.token("")))
                .passage()
                .answer()
                .map(answer -> answer.concerns("text/event-stream")))
        .isEqualTo(Optional.of(true));
  }

  /** Whether something is hidden is told to callers with a token; the others get 401 as before. */
  @ParameterizedTest
  @ValueSource(strings = {"audit", "nothing", "whoami"})
  void decideWhenNoTokenOrABadOneThen401(String tool) {
    String expired = gate.issuer.token(gate.clock).claim("exp", 1).sign();

    assertThat(AuthorizationEngineTest.answer(engine, FakeRequest.tool(tool)).status())
        .isEqualTo(401);
    assertThat(
            AuthorizationEngineTest.answer(engine, FakeRequest.tool(tool).bearer(expired)).status())
        .isEqualTo(401);
  }

  /** What exists is refused as what does not, so that nobody can tell one from the other. */
  @Test
  void decideWhenEverythingIsRefusedThenHiddenIsRefusedAsUnknown() {
    Gate strict = new Gate("mcp.auth.lists", "permitted").requiring(call -> Scopes.of("tenant:a"));
    AuthorizationEngine closed = strict.engine(NotesTools.class);
    String token = strict.token("other");

    HttpAnswer hidden = answer(closed, FakeRequest.tool("audit").bearer(token));
    assertThat(hidden.status()).isEqualTo(403);
    assertThat(hidden).isEqualTo(answer(closed, FakeRequest.tool("nothing").bearer(token)));
  }

  @Test
  void decideWhenUnmentionedIsClosedThenHiddenIsRefusedAsUnknown() {
    Gate closing = new Gate("mcp.auth.lists", "permitted", "mcp.auth.default-policy", "deny");
    AuthorizationEngine closed = closing.engine(NotesTools.class);
    String token = closing.token("other");

    HttpAnswer hidden = answer(closed, FakeRequest.tool("audit").bearer(token));
    assertThat(hidden.status()).isEqualTo(403);
    assertThat(hidden.headers()).doesNotContainKey("WWW-Authenticate");
    assertThat(hidden).isEqualTo(answer(closed, FakeRequest.tool("nothing").bearer(token)));
    assertThat(closed.decide(FakeRequest.tool("whoami").bearer(token)))
        .isInstanceOf(Decision.Proceed.class);
  }

  /** Arguments are the caller's choice: what they do to a provider must not tell what exists. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"tenant\":1}", "{\"tenant\":\"a\",\"tenant\":\"b\"}", "{}"})
  void decideWhenArgumentsAreStrangeThenHiddenIsAnsweredAsUnknown(String arguments) {
    Gate dynamic =
        new Gate("mcp.auth.lists", "permitted")
            .requiring(
                call ->
                    call.operation().name().equals("audit")
                        ? Scopes.of("tenant:" + (String) call.arguments().get("tenant"))
                        : Scopes.none());
    String params = "{\"name\":\"%s\",\"arguments\":" + arguments + "}";
    String token = dynamic.token("other");

    for (String tool : List.of("audit", "nothing")) {
      Decision decision =
          dynamic
              .engine(NotesTools.class)
              .decide(FakeRequest.rpc("tools/call", params.formatted(tool)).bearer(token));
      assertThat(decision).as(tool).isInstanceOf(Decision.Proceed.class);
      assertThat(((Decision.Proceed) decision).granted()).isEqualTo(tool.equals("nothing"));
    }
  }

  @Test
  void decideWhenProviderThrowsForTheListThenHidden() {
    Gate broken =
        new Gate("mcp.auth.lists", "permitted")
            .requiring(
                call -> {
                  if (call.operation().name().equals("whoami")) {
                    throw new IllegalStateException("it cannot say");
                  }
                  return Scopes.none();
                });

    Decision decision =
        broken
            .engine(NotesTools.class)
            .decide(FakeRequest.tool("whoami").bearer(broken.token("other")));
    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    assertThat(((Decision.Proceed) decision).granted()).isFalse();
  }

  /** Tools of whom a model would never know that the user only has to log in again. */
  public static class LoginTools {

    @RequiresAuthentication(maxAge = 300)
    @RequiresScope(value = "notes:read", tool = "recent")
    public void recent() {}
  }

  @Test
  void decideWhenOnlyTheLoginIsNotEnoughThenShownAndChallenged() {
    AuthorizationEngine logins = gate.engine(LoginTools.class);
    FakeRequest list = FakeRequest.rpc("tools/list", "{}").bearer(gate.token("notes:read"));

    assertThat(shown(proceed(logins, list), "{\"tools\":[{\"name\":\"recent\"}]}"))
        .contains("recent");
    HttpAnswer asked = answer(logins, FakeRequest.tool("recent").bearer(gate.token("notes:read")));
    assertThat(asked.status()).isEqualTo(401);
    assertThat(asked.headers().get("WWW-Authenticate")).contains("max_age=\"300\"");
  }

  @Test
  void decideWhenLoginAndScopeAreNotEnoughThenHidden() {
    AuthorizationEngine logins = gate.engine(LoginTools.class);
    FakeRequest list = FakeRequest.rpc("tools/list", "{}").bearer(gate.token("other"));

    assertThat(shown(proceed(logins, list), "{\"tools\":[{\"name\":\"recent\"}]}"))
        .doesNotContain("recent");
    assertThat(logins.decide(FakeRequest.tool("recent").bearer(gate.token("other"))))
        .isInstanceOf(Decision.Proceed.class);
  }

  /** What the list names is no secret, and the caller can do something about it. */
  @Test
  void decideWhenOnlyTheArgumentsWantMoreThenChallenged() {
    Gate dynamic =
        new Gate("mcp.auth.lists", "permitted")
            .requiring(
                call ->
                    call.arguments().get("tenant") instanceof String tenant
                        ? Scopes.of("tenant:" + tenant)
                        : Scopes.none());
    HttpAnswer asked =
        answer(
            dynamic.engine(NotesTools.class),
            FakeRequest.rpc("tools/call", "{\"name\":\"whoami\",\"arguments\":{\"tenant\":\"a\"}}")
                .bearer(dynamic.token("other")));

    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.headers().get("WWW-Authenticate")).contains("tenant:a");
  }

  private static HttpAnswer answer(AuthorizationEngine engine, FakeRequest request) {
    return AuthorizationEngineTest.answer(engine, request);
  }
}
