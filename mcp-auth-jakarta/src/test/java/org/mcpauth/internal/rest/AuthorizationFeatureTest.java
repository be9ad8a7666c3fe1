// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.internal.cdi.TestContainer;

/** The JAX-RS binding in RESTEasy, found as a service by an application that lists its classes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationFeatureTest {

  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list\"}}";
  private static final String METADATA =
      "resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"";

  private final TestContainer container =
      TestContainer.start(
          Map.of("mcp.auth.scope-hierarchy.\"notes:write\"", "notes:read"),
          Notes.class,
          Recorder.class);
  private final ResteasyDeployment deployment = new ResteasyDeploymentImpl();

  @BeforeAll
  void start() {
    deployment.setApplication(new Listing());
    deployment.start();
  }

  @AfterAll
  void stop() {
    deployment.stop();
    container.close();
  }

  @BeforeEach
  void forget() {
    container.get(Recorder.class).clear();
  }

  @Test
  void filterWhenNoTokenThenAborted() throws Exception {
    MockHttpResponse answer = send(post("/mcp", CALL));

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getOutputHeaders().get("WWW-Authenticate"))
        .containsExactly("Bearer " + METADATA);
    assertThat(answer.getOutputHeaders().get("Cache-Control")).containsExactly("no-store");
    assertThat(answer.getContentAsString()).isEmpty();
  }

  @Test
  void filterWhenScopeIsMissingThenAborted() throws Exception {
    MockHttpResponse answer = send(withToken(post("/mcp", CALL), "other"));

    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getOutputHeaders().get("WWW-Authenticate"))
        .containsExactly(
            "Bearer error=\"insufficient_scope\", scope=\"notes:read other\", "
                + METADATA
                + ", error_description=\"The access token lacks a scope that this operation"
                + " needs\"");
    assertThat(answer.getContentAsString()).startsWith("{\"error\":\"insufficient_scope\"");
  }

  @Test
  void filterWhenAllowedThenResourceSeesCallerAndBody() throws Exception {
    MockHttpResponse answer =
        send(
            withToken(post("/mcp", CALL), "notes:write")
                .header("Origin", "https://mcp.example.com"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).isEqualTo("alice Bearer true false " + CALL);
    assertThat(answer.getOutputHeaders().get("Access-Control-Allow-Origin"))
        .containsExactly("https://mcp.example.com");
    assertThat(answer.getOutputHeaders().get("Access-Control-Expose-Headers"))
        .containsExactly("WWW-Authenticate, Mcp-Session-Id, DPoP-Nonce");
  }

  /** STATE-1. */
  @Test
  void filterWhenSessionThenEachSideSeesItsOwnId() throws Exception {
    MockHttpResponse opened = send(withToken(post("/mcp/session", CALL), "notes:write"));
    String session = String.valueOf(opened.getOutputHeaders().getFirst("mcp-session-id"));
    MockHttpResponse again =
        send(
            withToken(post("/mcp/session", CALL), "notes:write").header("Mcp-Session-Id", session));

    assertThat(opened.getContentAsString()).isEqualTo("null");
    assertThat(session).startsWith("id-of-the-server.");
    assertThat(again.getContentAsString()).isEqualTo("id-of-the-server");
    assertThat(again.getOutputHeaders().get("mcp-session-id")).containsExactly(session);
    assertThat(
            send(withToken(post("/mcp/session", CALL), "notes:write")
                    .header("Mcp-Session-Id", "id-of-the-server"))
                .getStatus())
        .isEqualTo(404);
  }

  @Test
  void filterWhenOtherPathThenUntouched() throws Exception {
    assertThat(send(MockHttpRequest.get("/open")).getContentAsString()).isEqualTo("open");
  }

  @Test
  void filterWhenMetadataThenServedWithoutAnyResource() throws Exception {
    MockHttpResponse answer =
        send(MockHttpRequest.get("/.well-known/oauth-protected-resource/mcp"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(String.valueOf(answer.getOutputHeaders().getFirst("Content-Type")))
        .isEqualTo("application/json");
    assertThat(answer.getContentAsString())
        .startsWith("{\"resource\":\"https://mcp.example.com/mcp\"");
  }

  /** Kuadrant, Kong: however the path is written, the resource is not reached without a token. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mcp;x=1",
        "/mcp;",
        "/;x=1/mcp",
        "//mcp",
        "/%6dcp",
        "/mcp/",
        "/mcp//",
        "/./mcp",
        "/x/../mcp",
        "/mcp%2F",
        "/%2Fmcp",
        "/mcp/.",
        "/mcp;x=%2F..",
        "/%6Dcp;a=b;c",
        "mcp"
      })
  void filterWhenPathIsWrittenOtherwiseThenNotReached(String path) throws Exception {
    assertThat(send(post(path, CALL)).getStatus()).isIn(400, 401, 404, 405);
    assertThat(container.get(Recorder.class).reached()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp;x=1", "/%6dcp", "/mcp/"})
  void filterWhenPathIsWrittenOtherwiseThenSameDecision(String path) throws Exception {
    assertThat(send(withToken(post(path, CALL), "other")).getStatus()).isEqualTo(403);
    assertThat(send(withToken(post(path, CALL), "notes:read")).getStatus()).isIn(200, 404);
  }

  /** RESTEasy dispatches a method whatever its case. */
  @ParameterizedTest
  @ValueSource(strings = {"post", "Post"})
  void filterWhenMethodIsInAnotherCaseThenScopesCount(String method) throws Exception {
    assertThat(send(withToken(call(method), "other")).getStatus()).isEqualTo(403);
    assertThat(container.get(Recorder.class).reached()).isZero();
    assertThat(send(withToken(call(method), "notes:read")).getStatus()).isEqualTo(200);
  }

  private static MockHttpRequest call(String method) throws URISyntaxException {
    return MockHttpRequest.create(method, "/mcp")
        .header("Content-Type", "application/json")
        .content(CALL.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filterWhenServletFilterWasThereThenNothingIsDone() throws Exception {
    MockHttpRequest request = post("/mcp", CALL);
    request.setAttribute("org.mcpauth.context-path", "");
    MockHttpResponse answer = send(request);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(container.get(Recorder.class).granted()).isZero();
  }

  /** As in an async dispatch on Payara: the interceptor stays closed, the rest works. */
  @Test
  void filterWhenNoRequestContextIsActiveThenDecidesAllTheSame() throws Exception {
    assertThat(dispatch(MockHttpRequest.get("/open")).getContentAsString()).isEqualTo("open");
    assertThat(dispatch(withToken(post("/mcp", CALL), "other")).getStatus()).isEqualTo(403);
    assertThat(dispatch(withToken(post("/mcp", CALL), "notes:read")).getStatus()).isEqualTo(200);
    assertThat(dispatch(MockHttpRequest.get("/open/lacking")).getStatus()).isEqualTo(403);
  }

  @Test
  void filterWhenResourceSetsVaryThenKept() throws Exception {
    MockHttpResponse answer =
        send(
            withToken(post("/mcp/varied", CALL), "notes:read")
                .header("Origin", "https://mcp.example.com"));

    assertThat(answer.getOutputHeaders().get("Vary")).containsExactly("Accept", "Origin");
  }

  @Test
  void filterWhenScannedTooThenDecidesOnce() throws Exception {
    assertThat(send(withToken(post("/mcp", CALL), "notes:read")).getStatus()).isEqualTo(200);

    assertThat(container.get(Recorder.class).granted()).isEqualTo(1);
  }

  /** What the interceptor refuses at a REST method is answered like what the filter refuses. */
  @Test
  void toResponseWhenResourceRefusesThenSameAsBeforeDispatch() throws Exception {
    MockHttpResponse lacking =
        send(MockHttpRequest.get("/open/lacking").header("Origin", "https://mcp.example.com"));
    MockHttpResponse unknown = send(MockHttpRequest.get("/open/unknown"));

    assertThat(lacking.getStatus()).isEqualTo(403);
    assertThat(lacking.getOutputHeaders().get("WWW-Authenticate"))
        .containsExactly(
            "Bearer error=\"insufficient_scope\", scope=\"a b\", "
                + METADATA
                + ", error_description=\"The access token lacks a scope that this operation"
                + " needs\"");
    assertThat(lacking.getOutputHeaders().get("Access-Control-Allow-Origin"))
        .containsExactly("https://mcp.example.com");
    assertThat(unknown.getStatus()).isEqualTo(401);
    assertThat(unknown.getOutputHeaders().get("WWW-Authenticate"))
        .containsExactly("Bearer " + METADATA);
  }

  private static MockHttpRequest post(String path, String message) throws URISyntaxException {
    return MockHttpRequest.post(path)
        .header("Content-Type", "application/json")
        .content(message.getBytes(StandardCharsets.UTF_8));
  }

  private MockHttpRequest withToken(MockHttpRequest request, String scope) {
    return request.header("Authorization", "Bearer " + container.token("alice", scope));
  }

  private MockHttpResponse send(MockHttpRequest request) throws Exception {
    return container.inNewRequest(() -> dispatch(request));
  }

  private MockHttpResponse dispatch(MockHttpRequest request) {
    MockHttpResponse response = new MockHttpResponse();
    ResteasyContext.pushContext(SecurityContext.class, new Nobody());
    deployment.getDispatcher().invoke(request, response);
    return response;
  }

  /** Whom the container knows without the library. */
  static final class Nobody implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
      return null;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "none";
    }
  }

  /** An application that lists its classes, one of the library's filters among them. */
  private static final class Listing extends Application {

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Echo.class, Open.class, AuthorizationRequestFilter.class, Reached.class);
    }
  }

  /** Says who called and what was sent. */
  @Path("mcp")
  public static class Echo {

    @POST
    public String post(@Context SecurityContext security, String body) {
      String name =
          Optional.ofNullable(security.getUserPrincipal()).map(Principal::getName).orElse("nobody");
      return String.join(
          " ",
          name,
          security.getAuthenticationScheme(),
          String.valueOf(security.isUserInRole("notes:read")),
          String.valueOf(security.isUserInRole("notes:admin")),
          body);
    }

    @POST
    @Path("session")
    public Response session(@HeaderParam("Mcp-Session-Id") @Nullable String seen) {
      return Response.ok(String.valueOf(seen)).header("mcp-session-id", "id-of-the-server").build();
    }

    @POST
    @Path("varied")
    public Response varied() {
      return Response.ok("varied").header("Vary", "Accept").build();
    }
  }

  /** Not protected by the filter. */
  @Path("open")
  public static class Open {

    @GET
    public String open() {
      return "open";
    }

    @GET
    @Path("lacking")
    public String lacking() {
      throw new InsufficientScopeException(Scopes.of("a", "b"));
    }

    @GET
    @Path("unknown")
    public String unknown() {
      throw new InvalidTokenException("There is no verified access token");
    }
  }

  /** Runs after matching: notes that a resource was found. */
  public static class Reached implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      CDI.current().select(Recorder.class).get().reach();
    }
  }

  /** Declares the tool. */
  @ApplicationScoped
  public static class Notes {

    @RequiresScope(value = "notes:read", tool = "list")
    public void list() {}
  }

  /** Counts. */
  @ApplicationScoped
  public static class Recorder {

    private final List<AccessGranted> granted = new CopyOnWriteArrayList<>();
    private final List<String> reached = new CopyOnWriteArrayList<>();

    void granted(@Observes AccessGranted event) {
      granted.add(event);
    }

    void reach() {
      reached.add("");
    }

    void clear() {
      granted.clear();
      reached.clear();
    }

    int granted() {
      return granted.size();
    }

    int reached() {
      return reached.size();
    }
  }
}
