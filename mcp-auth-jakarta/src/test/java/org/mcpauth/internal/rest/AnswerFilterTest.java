// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.cdi.TestContainer;

/** Lists and hidden operations where an MCP server is a JAX-RS resource without servlets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerFilterTest {

  private static final String LIST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
  private static final String ALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"open\"},"
          + "{\"name\":\"secret\"},{\"name\":\"é\"}]}}";
  private static final String SHORT =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"open\"},{\"name\":\"é\"}]}}";
  private static final String PROGRESS =
      "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\"}\n\n";
  private static final String REFUSAL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,"
          + "\"message\":\"The answer of the server cannot be shown\"}}";

  private final TestContainer container =
      TestContainer.start(Map.of("mcp.auth.lists", "permitted"), Secret.class);
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

  @ParameterizedTest
  @ValueSource(strings = {"text", "bytes", "stream"})
  void filterWhenListIsAnsweredThenFilteredWhateverTheEntity(String how) throws Exception {
    MockHttpResponse low = send(list(how), "other");

    assertThat(low.getStatus()).isEqualTo(200);
    assertThat(content(low)).isEqualTo(SHORT);
    assertThat(low.getOutputHeaders()).doesNotContainKey("ETag");
    assertThat(content(send(list(how), "notes:secret"))).isEqualTo(ALL);
  }

  @Test
  void filterWhenAnsweredLaterThenFilteredToo() throws Exception {
    MockHttpRequest request =
        MockHttpRequest.post("/mcp/later")
            .header("Content-Type", "application/json")
            .content(LIST.getBytes(StandardCharsets.UTF_8));

    assertThat(content(send(request, "other"))).isEqualTo(SHORT);
  }

  @Test
  void filterWhenEventsGoIntoASinkThenFilteredToo() throws Exception {
    MockHttpRequest request =
        MockHttpRequest.post("/mcp/sink")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .content(LIST.getBytes(StandardCharsets.UTF_8));

    assertThat(content(send(request, "other"))).contains(SHORT).doesNotContain("secret");
  }

  /** What the client has when the resource has written its first event. */
  @Test
  void filterWhenStreamedThenEventsGoOnOneByOne() throws Exception {
    MockHttpResponse answer = new MockHttpResponse();
    Streamed.seen.clear();
    Streamed.client = () -> content(answer);
    send(list("events"), "other", answer);

    assertThat(Streamed.seen).containsExactly(PROGRESS);
    assertThat(content(answer)).isEqualTo(PROGRESS + "data: " + SHORT + "\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"words", "encoded", "encoded-events"})
  void filterWhenAnswerIsNotUnderstoodThenRefused(String how) throws Exception {
    MockHttpResponse answer = send(list(how), "other");

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(content(answer)).isEqualTo(REFUSAL);
  }

  /** There it has changed the answer behind this runtime already, or will. */
  @Test
  void filterWhenServletFilterWasThereThenNothingIsDone() throws Exception {
    MockHttpRequest request = list("text");
    request.setAttribute("org.mcpauth.context-path", "");

    assertThat(content(send(request, "other"))).isEqualTo(ALL);
  }

  @Test
  void filterWhenNoEntityThenPasses() throws Exception {
    assertThat(send(list("accepted"), "other").getStatus()).isEqualTo(202);
  }

  @Test
  void filterWhenListComesAgainWithGetThenFiltered() throws Exception {
    assertThat(content(send(MockHttpRequest.get("/mcp").header("X-How", "events"), "other")))
        .isEqualTo(PROGRESS + "data: " + SHORT + "\n\n");
    MockHttpResponse other = send(MockHttpRequest.get("/mcp").header("X-How", "text"), "other");
    assertThat(content(other)).isEqualTo(ALL);
    assertThat(other.getOutputHeaders().get("ETag")).hasToString("[\"all\"]");
  }

  @Test
  void filterWhenHiddenThenSameAsUnknown() throws Exception {
    MockHttpResponse hidden = send(call("secret").header("Mcp-Name", "secret"), "other");
    MockHttpResponse unknown = send(call("absent").header("Mcp-Name", "absent"), "other");

    assertThat(hidden.getStatus()).isEqualTo(unknown.getStatus());
    assertThat(content(hidden)).isEqualTo("{\"error\":\"Unknown tool: secret\"}");
    assertThat(content(unknown)).isEqualTo("{\"error\":\"Unknown tool: absent\"}");
    assertThat(hidden.getOutputHeaders().get("X-Named")).containsExactly("secret");
    assertThat(hidden.getOutputHeaders().get("X-Coding")).containsExactly("none");
    assertThat(content(send(call("secret"), "notes:secret")))
        .isEqualTo("{\"error\":\"called secret\"}");
  }

  private static String content(MockHttpResponse answer) {
    return new String(answer.getOutput(), StandardCharsets.UTF_8);
  }

  private static MockHttpRequest list(String how) throws Exception {
    return post(LIST).header("X-How", how);
  }

  private static MockHttpRequest call(String name) throws Exception {
    return post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + name
            + "\"}}")
        .header("X-How", "call")
        .header("accept-encoding", "gzip");
  }

  private static MockHttpRequest post(String message) throws Exception {
    return MockHttpRequest.post("/mcp")
        .header("Content-Type", "application/json")
        .content(message.getBytes(StandardCharsets.UTF_8));
  }

  private MockHttpResponse send(MockHttpRequest request, String scope) throws Exception {
    return send(request, scope, new MockHttpResponse());
  }

  private MockHttpResponse send(MockHttpRequest request, String scope, MockHttpResponse response)
      throws Exception {
    request.header("Authorization", "Bearer " + container.token("alice", scope));
    return container.inNewRequest(
        () -> {
          ResteasyContext.pushContext(SecurityContext.class, new AuthorizationFeatureTest.Nobody());
          deployment.getDispatcher().invoke(request, response);
          return response;
        });
  }

  /** An application that lists its classes. */
  private static final class Listing extends Application {

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Server.class);
    }
  }

  /** A little MCP server. */
  @Path("mcp")
  public static class Server {

    @GET
    public Object get(@HeaderParam("X-How") String how) {
      return answer(how, "");
    }

    @POST
    @Produces(MediaType.WILDCARD)
    public Object post(
        @HeaderParam("X-How") String how,
        @HeaderParam("Mcp-Name") String named,
        @HeaderParam("Accept-Encoding") String coding,
        String message) {
      if (!how.equals("call")) {
        return answer(how, message);
      }
      JsonObject read = Json.createReader(new StringReader(message)).readObject();
      String name = read.getJsonObject("params").getString("name");
      boolean known = name.equals("secret") || name.equals("open");
      return Response.ok(
              "{\"error\":\"" + (known ? "called " : "Unknown tool: ") + name + "\"}",
              MediaType.APPLICATION_JSON)
          .header("X-Named", named == null ? "nothing" : named)
          .header("X-Coding", coding == null ? "none" : coding)
          .build();
    }

    @POST
    @Path("later")
    public CompletionStage<Response> later(String message) {
      return CompletableFuture.completedFuture(json(ALL));
    }

    @POST
    @Path("sink")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void sink(@Context SseEventSink sink, @Context Sse sse, String message) {
      sink.send(sse.newEvent(ALL));
      sink.close();
    }

    private static Object answer(String how, String message) {
      byte[] all = ALL.getBytes(StandardCharsets.UTF_8);
      return switch (how) {
        case "bytes" -> json(all);
        case "stream" -> json((StreamingOutput) out -> out.write(all));
        case "events" -> events().build();
        case "encoded-events" -> events().header("Content-Encoding", "gzip").build();
        case "encoded" ->
            Response.ok("secret", "application/json").header("Content-Encoding", "gzip").build();
        case "words" -> Response.ok("secret" + message, "text/plain").build();
        case "accepted" -> Response.accepted().build();
        default -> json(ALL);
      };
    }

    private static Response json(Object entity) {
      return Response.ok(entity, "application/json;charset=utf-8").tag("all").build();
    }

    private static Response.ResponseBuilder events() {
      StreamingOutput stream = Streamed::write;
      return Response.ok(stream, "text/event-stream");
    }
  }

  /** Notes what a client has after the first event. */
  private static final class Streamed {

    private static final List<String> seen = new CopyOnWriteArrayList<>();
    private static Client client = () -> "";

    private interface Client {
      String content();
    }

    static void write(OutputStream out) throws IOException {
      out.write(PROGRESS.getBytes(StandardCharsets.UTF_8));
      out.flush();
      seen.add(client.content());
      out.write(("data: " + ALL + "\n\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  /** Declares the tool. */
  @ApplicationScoped
  public static class Secret {

    @RequiresScope(value = "notes:secret", tool = "secret")
    public void secret() {}
  }
}
