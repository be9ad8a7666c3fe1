// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.cdi.TestContainer;

/** Lists and hidden operations on the wire, whatever way a servlet answers. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {

  private static final String LIST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
  private static final String SHORT =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"open\"},"
          + "{\"name\":\"é\"}],\"nextCursor\":\"n\"}}";
  private static final String REFUSAL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,"
          + "\"message\":\"The answer of the server cannot be shown\"}}";

  private final ListServlet mcp = new ListServlet();
  private final TestContainer container =
      TestContainer.start(
          Map.of("mcp.auth.lists", "permitted", "mcp.auth.limits.list-size", "20000"),
          Secret.class);
  private final JettyServer server =
      new JettyServer(
          container,
          "/",
          Map.of(
              "/mcp/*", mcp,
              "/mcp/forward", new AuthorizationFilterTest.Forwarding("/mcp"),
              "/mcp/dispatch", new AuthorizationFilterTest.Dispatching(false, "/mcp"),
              "/mcp/dispatch-wrapped", new AuthorizationFilterTest.Dispatching(true, "/mcp")));

  @BeforeAll
  void start() throws Exception {
    server.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
    container.close();
  }

  @BeforeEach
  void forget() {
    mcp.seen.clear();
    mcp.permits.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream",
        "writer",
        "closed",
        "reset",
        "listener",
        "async",
        "async-given",
        "async-current",
        "timeout"
      })
  void doFilterWhenListIsAnsweredThenFilteredInEveryWay(String how) throws Exception {
    HttpResponse<String> low = list("/mcp", "other", how);

    assertThat(low.statusCode()).isEqualTo(200);
    assertThat(low.body()).isEqualTo(SHORT);
    assertThat(low.headers().firstValue("ETag")).isEmpty();
    assertThat(low.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(list("/mcp", "notes:secret", how).body()).isEqualTo(ListServlet.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp/forward", "/mcp/dispatch", "/mcp/dispatch-wrapped"})
  void doFilterWhenDispatchedThenFilteredOnce(String path) throws Exception {
    assertThat(list(path, "other", "stream").body()).isEqualTo(SHORT);
    assertThat(list(path, "other", "async").body()).isEqualTo(SHORT);
    assertThat(list(path, "notes:secret", "writer").body()).isEqualTo(ListServlet.ALL);
  }

  @ParameterizedTest
  @CsvSource({"stream", "writer"})
  void doFilterWhenServerSaysLengthThenItIsThatOfTheList(String how) throws Exception {
    assertThat(list("/mcp", "other", how).headers().allValues("Content-Length"))
        .containsExactly(String.valueOf(SHORT.getBytes(StandardCharsets.UTF_8).length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "encoded", "large"})
  void doFilterWhenAnswerIsNotUnderstoodThenRefused(String how) throws Exception {
    HttpResponse<String> answer = list("/mcp", "other", how);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo(REFUSAL);
  }

  @Test
  void doFilterWhenNoBodyThenPasses() throws Exception {
    HttpResponse<String> answer = list("/mcp", "other", "accepted");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"error, 404", "failing, 500"})
  void doFilterWhenServletFailsThenStatusStaysAndNothingIsShown(String how, int status)
      throws Exception {
    HttpResponse<String> answer = list("/mcp", "other", how);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void doFilterWhenStreamedAsynchronouslyThenFiltered() throws Exception {
    HttpResponse<String> answer = list("/mcp", "other", "async-events");

    assertThat(answer.body()).isEqualTo("event: message\ndata: " + SHORT + "\n\ndata: " + SHORT);
  }

  @Test
  void doFilterWhenEventIsTakenBackThenNothingOfItGoesOn() throws Exception {
    assertThat(list("/mcp", "other", "reset-events").body()).isEqualTo("data: " + SHORT + "\n\n");
  }

  /** Another answer than the server's is not changed. */
  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/mcp/dispatch", "/mcp/dispatch-wrapped"})
  void doFilterWhenRefusedAtMethodThenSameAsWithoutLists(String path) throws Exception {
    HttpResponse<String> answer = list(path, "other", "refused");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer error=\"insufficient_scope\", scope=\"notes:list\"");
    assertThat(answer.body()).startsWith("{\"error\":\"insufficient_scope\"");
  }

  /** The servlet waits for this test before it writes the second event. */
  @Test
  void doFilterWhenStreamedThenEventsArriveOneByOne() throws Exception {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(request("/mcp", LIST, "other", "events").build(), BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(read(lines, 4))
          .containsExactly("id: 1", "event: message", "data: " + ListServlet.PROGRESS, "");
      mcp.permits.add("go on");
      assertThat(read(lines, 3)).containsExactly("id: 2", "data: " + SHORT, "");
      assertThat(lines.readLine()).isNull();
    }
  }

  private static List<String> read(BufferedReader reader, int count) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(String.valueOf(reader.readLine()));
    }
    return lines;
  }

  /** A stream that broke off can be taken up with GET, and bring the list again. */
  @Test
  void doFilterWhenListComesAgainWithGetThenFiltered() throws Exception {
    HttpResponse<String> replay = JettyServer.send(get("replay"));
    HttpResponse<String> other = JettyServer.send(get("json"));

    assertThat(replay.body()).isEqualTo("data: " + SHORT + "\n\n");
    assertThat(other.body()).isEqualTo(ListServlet.ALL);
    assertThat(other.headers().firstValue("ETag")).contains("\"e\"");
  }

  private HttpRequest.Builder get(String how) {
    return server
        .request("/mcp")
        .header("Authorization", "Bearer " + container.token("alice", "other"))
        .header("X-How", how);
  }

  @Test
  void doFilterWhenCallersComeAtOnceThenEachGetsItsOwnList() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(
          client.sendAsync(
              request("/mcp", LIST, i % 2 == 0 ? "other" : "notes:secret", "async").build(),
              BodyHandlers.ofString()));
    }
    for (int i = 0; i < 60; i++) {
      assertThat(answers.get(i).get().body()).isEqualTo(i % 2 == 0 ? SHORT : ListServlet.ALL);
    }
  }

  @Test
  void doFilterWhenPermittedThenServerIsCalled() throws Exception {
    assertThat(call("secret", "notes:secret", "stream").body()).contains("called secret");
    assertThat(call("open", "other", "stream").body()).contains("called open");
  }

  /** The same, character by character and header by header, but for the name itself. */
  @ParameterizedTest
  @ValueSource(strings = {"stream", "events", "error"})
  void doFilterWhenHiddenThenSameAsUnknown(String how) throws Exception {
    HttpResponse<String> hidden = call("secret", "other", how);
    HttpResponse<String> unknown = call("absent", "other", how);

    assertThat(hidden.statusCode()).isEqualTo(unknown.statusCode());
    assertThat(hidden.body()).isEqualTo(unknown.body().replace("absent", "secret"));
    assertThat(hidden.body()).contains("secret");
    assertThat(headers(hidden)).isEqualTo(headers(unknown).replace("absent", "secret"));
  }

  private static String headers(HttpResponse<String> answer) {
    return answer.headers().map().toString().replaceAll("date=\\[[^]]*]", "");
  }

  /** The guarded method is never reached, and nothing tells the server what was asked for. */
  @Test
  void doFilterWhenHiddenThenServerNeverSeesTheName() throws Exception {
    HttpResponse<String> answer =
        JettyServer.send(
            request("/mcp", calling("secret"), "other", "stream")
                .header("Mcp-Name", "secret")
                .header("Accept-Encoding", "gzip"));
    List<String> seen = List.copyOf(mcp.seen);

    assertThat(answer.headers().firstValue("Mcp-Name")).contains("secret");
    assertThat(seen.get(0)).isEqualTo("Accept-Encoding null");
    assertThat(seen.get(1)).matches("[a-z]{32}");
    assertThat(seen.get(2)).isEqualTo("Mcp-Name " + seen.get(1));
    int length = calling(seen.get(1)).length();
    assertThat(seen.get(3)).isEqualTo("lengths " + length + " " + length);
  }

  @Test
  void doFilterWhenNoTokenThen401WhateverIsAskedFor() throws Exception {
    for (String name : List.of("secret", "absent")) {
      assertThat(JettyServer.send(server.post("/mcp", calling(name))).statusCode()).isEqualTo(401);
    }
    assertThat(mcp.seen).isEmpty();
  }

  private static String calling(String name) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + name
        + "\"}}";
  }

  private HttpResponse<String> call(String name, String scope, String how) throws Exception {
    return JettyServer.send(request("/mcp", calling(name), scope, how));
  }

  private HttpResponse<String> list(String path, String scope, String how) throws Exception {
    return JettyServer.send(request(path, LIST, scope, how));
  }

  private HttpRequest.Builder request(String path, String message, String scope, String how) {
    return server
        .post(path, message)
        .header("Authorization", "Bearer " + container.token("alice", scope))
        .header("X-How", how);
  }

  /** Declares the tool. */
  @ApplicationScoped
  public static class Secret {

    @RequiresScope(value = "notes:secret", tool = "secret")
    public void secret() {}
  }
}
