// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationException;
import org.mcpauth.RequiresScope;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.internal.cdi.TestContainer;

/** The filter in a servlet container: what a client sends, and what a servlet then sees. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationFilterTest {

  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list\","
          + "\"arguments\":{\"text\":\"é€😀\"}}}";

  private final TestContainer container =
      TestContainer.start(
          Map.of("mcp.auth.scope-hierarchy.\"notes:write\"", "notes:read"),
          Notes.class,
          Recorder.class);
  private final JettyServer server =
      new JettyServer(
          container,
          "/",
          Map.of(
              "/mcp/*", new EchoServlet(),
              "/open", new EchoServlet(),
              "/mcp/forward", new Forwarding("/mcp/echo"),
              "/mcp/async", new Dispatching(false, "/mcp/echo"),
              "/mcp/async-wrapped", new Dispatching(true, "/mcp/echo"),
              "/open/forward", new Forwarding("/mcp/echo"),
              "/open/async", new Dispatching(false, "/open"),
              "/open/guarded", new Guarded(),
              "/open/forward-guarded", new Forwarding("/open/guarded"),
              "/open/async-guarded", new Dispatching(false, "/open/guarded")));

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
    container.get(Recorder.class).clear();
  }

  @Test
  void doFilterWhenNoTokenThenWholeChallengeOnTheWire() throws Exception {
    HttpResponse<String> answer = JettyServer.send(server.post("/mcp", CALL));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly(
            "Bearer resource_metadata="
                + "\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().allValues("Content-Length")).containsExactly("0");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void doFilterWhenScopeIsMissingThen403OnTheWire() throws Exception {
    HttpResponse<String> answer = call("/mcp", "other", "stream");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(answer.body()).startsWith("{\"error\":\"insufficient_scope\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "reader", "bytes", "listener"})
  void doFilterWhenAllowedThenServletSeesCallerAndBody(String how) throws Exception {
    HttpResponse<String> answer = call("/mcp", "notes:read", how);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("alice alice Bearer true false " + CALL);
  }

  /** SCOPE-6: roles are scopes, with all that they imply. */
  @Test
  void isUserInRoleWhenScopeIsImpliedThenTrue() throws Exception {
    assertThat(call("/mcp", "notes:write", "stream").body()).startsWith("alice alice Bearer true");
  }

  @Test
  void doFilterWhenGetThenServletSeesCaller() throws Exception {
    HttpResponse<String> answer =
        JettyServer.send(
            server
                .request("/mcp")
                .header("Authorization", "Bearer " + container.token("alice", "a")));

    assertThat(answer.body()).isEqualTo("alice alice Bearer false false ");
  }

  @Test
  void doFilterWhenOtherPathThenUntouched() throws Exception {
    HttpResponse<String> answer =
        JettyServer.send(server.request("/open").POST(BodyPublishers.ofString("text")));

    assertThat(answer.body()).isEqualTo("nobody null null false false text");
  }

  /**
   * Azure MCP CVE-2026-32211: however the path is written, no servlet is reached without a token.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mcp;x=1",
        "/mcp;",
        "/;x/mcp",
        "//mcp",
        "/%6dcp",
        "/%6Dcp/",
        "/./mcp",
        "/x/../mcp",
        "/mcp/.",
        "/mcp/x/..",
        "/open/../mcp",
        "/mcp%2f",
        "/%2fmcp",
        "/%2e/mcp",
        "/mcp?x",
        "/mcp/",
        "/mcp//",
        "/mcp/..;/mcp",
        "/open/..;/mcp",
        "/mcp%00",
        "/mcp%20",
        "/mcp%3bx=1",
        "/%256dcp"
      })
  void doFilterWhenPathIsWrittenOtherwiseThenNotServed(String path) throws Exception {
    assertThat(JettyServer.send(server.post(path, CALL)).statusCode()).isIn(400, 401, 404, 405);
    assertThat(container.get(Recorder.class).granted()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp;x=1", "/%6dcp", "/./mcp"})
  void doFilterWhenPathIsWrittenOtherwiseThenSameDecision(String path) throws Exception {
    assertThat(JettyServer.send(server.post(path, CALL)).statusCode()).isEqualTo(401);
    assertThat(call(path, "other", "stream").statusCode()).isEqualTo(403);
    assertThat(call(path, "notes:read", "stream").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post", "BREW"})
  void doFilterWhenAnyMethodThenNeedsToken(String method) throws Exception {
    assertThat(
            JettyServer.send(server.request("/mcp").method(method, BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void doFilterWhenMetadataThenServed() throws Exception {
    String path = "/.well-known/oauth-protected-resource/mcp";
    HttpResponse<String> answer = JettyServer.send(server.request(path));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(answer.body()).startsWith("{\"resource\":\"https://mcp.example.com/mcp\"");
    HttpResponse<String> head =
        JettyServer.send(server.request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void doFilterWhenForwardedThenDecidedOnce() throws Exception {
    HttpResponse<String> answer = call("/mcp/forward", "notes:read", "stream");

    assertThat(answer.body()).isEqualTo("alice alice Bearer true false " + CALL);
    assertThat(container.get(Recorder.class).granted()).isEqualTo(1);
  }

  @Test
  void doFilterWhenForwardedFromOpenPathThenDecidedThere() throws Exception {
    assertThat(JettyServer.send(server.post("/open/forward", CALL)).statusCode()).isEqualTo(401);
    assertThat(container.get(Recorder.class).denied()).isEqualTo(1);
    assertThat(call("/open/forward", "notes:read", "stream").body())
        .isEqualTo("alice alice Bearer true false " + CALL);
  }

  /** A dispatch without arguments starts from the request as the container has it, unwrapped. */
  @ParameterizedTest
  @ValueSource(strings = {"/mcp/async", "/mcp/async-wrapped"})
  void doFilterWhenDispatchedAsyncThenDecidedOnceAndCallerStays(String path) throws Exception {
    HttpResponse<String> answer = call(path, "notes:read", "stream");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("alice alice Bearer true false " + CALL);
    assertThat(container.get(Recorder.class).granted()).isEqualTo(1);
  }

  /** Payara has no request context during such a dispatch, wherever in the application it is. */
  @Test
  void doFilterWhenDispatchedAsyncOutsideOfAnyRequestContextThenUntouched() throws Exception {
    HttpResponse<String> answer = JettyServer.send(server.post("/open/async", CALL));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("nobody null null false false " + CALL);
  }

  /** What the interceptor refuses is answered like what the filter refuses. */
  @ParameterizedTest
  @CsvSource({
    "/open/guarded, direct",
    "/open/guarded, wrapped",
    "/open/guarded, written",
    "/open/forward-guarded, direct",
    "/open/forward-guarded, wrapped",
    "/open/async-guarded, direct"
  })
  void doFilterWhenServletIsRefusedAtMethodThenSameAsBeforeDispatch(String path, String how)
      throws Exception {
    HttpResponse<String> answer =
        JettyServer.send(
            server.request(path).header("X-How", how).header("Origin", "https://mcp.example.com"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly(
            "Bearer resource_metadata="
                + "\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"");
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("https://mcp.example.com");
    assertThat(answer.body()).isEmpty();
  }

  /** It is too late for another answer: the container breaks this one off. */
  @Test
  void doFilterWhenRefusedAfterCommitThenLeftToTheContainer() {
    assertThatThrownBy(
            () -> JettyServer.send(server.request("/open/guarded").header("X-How", "committed")))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "notes:read"})
  void doFilterWhenVaryIsThereThenKept(String scope) throws Exception {
    HttpResponse<String> answer =
        JettyServer.send(
            server
                .post("/mcp", CALL)
                .header("Authorization", "Bearer " + container.token("alice", scope))
                .header("Origin", "https://mcp.example.com"));

    assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding", "Origin");
  }

  /** A path that is written wrongly would protect nothing, and nobody would notice. */
  @Test
  void initWhenNothingServesProtectedPathThenFails() {
    JettyServer other =
        new JettyServer(
            container, "/", Map.of("/mcp2/*", new EchoServlet(), "/open", new EchoServlet()));
    other.context().addServlet(new ServletHolder("default", new EchoServlet()), "/");

    assertThatThrownBy(other::start)
        .hasStackTraceContaining(
            "MCPAUTH-8003: mcp.auth.path: nothing in this application serves '/mcp', only"
                + " [/mcp2/*, /open]");
  }

  @Test
  void onStartupWhenFilterNameIsTakenThenFails() {
    JettyServer taken = new JettyServer(container, "/", Map.of("/mcp/*", new EchoServlet()));
    taken
        .context()
        .addServletContainerInitializer(
            (classes, context) ->
                context.addFilter("org.mcpauth.AuthorizationFilter", NoFilter.class));
    AuthorizationInitializer initializer = new AuthorizationInitializer();
    taken
        .context()
        .addServletContainerInitializer(
            (classes, context) -> initializer.onStartup(classes, context));

    assertThatThrownBy(taken::start)
        .hasStackTraceContaining("MCPAUTH-8001: the servlet filter could not be registered");
  }

  @Test
  void initWhenNothingWouldBeProtectedThenFails() {
    JettyServer elsewhere =
        new JettyServer(container, "/other", Map.of("/mcp/*", new EchoServlet()));

    assertThatThrownBy(elsewhere::start)
        .hasStackTraceContaining("MCPAUTH-3002: mcp.auth.path: '/mcp' is not below");
  }

  private HttpResponse<String> call(String path, String scope, String how) throws Exception {
    return JettyServer.send(
        server
            .post(path, CALL)
            .header("Authorization", "Bearer " + container.token("alice", scope))
            .header("X-How", how));
  }

  /** Declares the tool. */
  @ApplicationScoped
  public static class Notes {

    @RequiresScope(value = "notes:read", tool = "list")
    public void list() {}
  }

  /** Counts decisions. */
  @ApplicationScoped
  public static class Recorder {

    private final List<AccessGranted> granted = new CopyOnWriteArrayList<>();
    private final List<AccessDenied> denied = new CopyOnWriteArrayList<>();

    void granted(@Observes AccessGranted event) {
      granted.add(event);
    }

    void denied(@Observes AccessDenied event) {
      denied.add(event);
    }

    void clear() {
      granted.clear();
      denied.clear();
    }

    int granted() {
      return granted.size();
    }

    int denied() {
      return denied.size();
    }
  }

  /** Takes the name. */
  public static final class NoFilter extends HttpFilter {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
    }
  }

  /** Calls a guarded method. The header {@code X-How} says what it does around that. */
  private static final class Guarded extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      String how = Optional.ofNullable(request.getHeader("X-How")).orElse("");
      if (how.equals("written") || how.equals("committed")) {
        response.setContentType("text/plain");
        response.getWriter().print("half of an answer");
      }
      if (how.equals("committed")) {
        response.flushBuffer();
      }
      try {
        CDI.current().select(Notes.class).get().list();
      } catch (AuthorizationException e) {
        if (how.equals("wrapped")) {
          throw new ServletException(new IllegalStateException("wrapped", e));
        }
        throw e;
      }
    }
  }

  static final class Forwarding extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;
    private final String target;

    Forwarding(String target) {
      this.target = target;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      request.getRequestDispatcher(target).forward(request, response);
    }
  }

  static final class Dispatching extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;
    private final boolean wrapped;
    private final String target;

    Dispatching(boolean wrapped, String target) {
      this.wrapped = wrapped;
      this.target = target;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      var async = wrapped ? request.startAsync(request, response) : request.startAsync();
      JettyServer.endRequestContext(request);
      async.dispatch(target);
    }
  }
}
