// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.cdi.TestContainer;

/** Session ids on the wire: bound for the client, plain for the server (STATE-1). */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {

  private static final String ID = "id-of-the-server";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  /** Gives an id with every answer, and says which it sees. */
  private static final class SessionServlet extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String how = String.valueOf(request.getHeader("X-How"));
      if (how.equals("add")) {
        response.addHeader("mcp-session-id", ID);
      } else {
        response.setHeader("Mcp-Session-Id", ID);
      }
      if (how.equals("async")) {
        var async = request.startAsync();
        async.start(
            () -> {
              ((HttpServletResponse) async.getResponse()).setStatus(202);
              async.complete();
            });
        return;
      }
      response
          .getWriter()
          .print(
              request.getHeader("mcp-session-id")
                  + Collections.list(request.getHeaders("Mcp-Session-Id")));
    }
  }

  private final TestContainer container = TestContainer.start();
  private final JettyServer server =
      new JettyServer(
          container,
          "/",
          Map.of(
              "/mcp/*", new SessionServlet(),
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

  private HttpRequest.Builder ping(String path, String subject) {
    return server
        .post(path, PING)
        .header("Authorization", "Bearer " + container.token(subject, "notes:read"));
  }

  private String open(String subject) throws Exception {
    return JettyServer.send(ping("/mcp", subject)).headers().firstValue("mcp-session-id").get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/mcp/forward", "/mcp/dispatch", "/mcp/dispatch-wrapped"})
  void doFilterWhenSessionIsTheCallersThenEachSideSeesItsOwnId(String path) throws Exception {
    String session = open("alice");
    HttpResponse<String> answer =
        JettyServer.send(ping(path, "alice").header("Mcp-Session-Id", session));

    assertThat(session).startsWith(ID + ".").hasSize(ID.length() + 23);
    assertThat(answer.body()).isEqualTo(ID + "[" + ID + "]");
    assertThat(answer.headers().allValues("mcp-session-id")).containsExactly(session);
  }

  @Test
  void doFilterWhenHeaderIsAddedThenBoundToo() throws Exception {
    assertThat(
            JettyServer.send(ping("/mcp", "alice").header("X-How", "add"))
                .headers()
                .allValues("mcp-session-id"))
        .containsExactly(open("alice"));
  }

  @Test
  void doFilterWhenAnsweredAsynchronouslyThenBoundToo() throws Exception {
    HttpResponse<String> answer = JettyServer.send(ping("/mcp", "alice").header("X-How", "async"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().allValues("mcp-session-id")).containsExactly(open("alice"));
  }

  @Test
  void doFilterWhenSessionIsAnothersThen404() throws Exception {
    HttpResponse<String> answer =
        JettyServer.send(ping("/mcp", "bob").header("Mcp-Session-Id", open("alice")));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("mcp-session-id")).isEmpty();
    assertThat(answer.body()).contains("Session not found");
  }

  @Test
  void doFilterWhenNoSessionIsBroughtThenServerSeesNone() throws Exception {
    assertThat(JettyServer.send(ping("/mcp", "alice")).body()).isEqualTo("null[]");
  }
}
