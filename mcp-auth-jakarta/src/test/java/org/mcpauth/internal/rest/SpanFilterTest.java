// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.internal.cdi.TestContainer;

/**
 * On a server that begins the span of a request in a filter of Jakarta REST, as Open Liberty,
 * WildFly and Payara do: when the request is decided about there is none yet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpanFilterTest {

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final TestContainer container = TestContainer.start(Granted.class);
  private final ResteasyDeployment deployment = new ResteasyDeploymentImpl();

  @BeforeAll
  void start() {
    deployment.setApplication(new Traced());
    deployment.start();
  }

  @AfterAll
  void stop() {
    deployment.stop();
    container.close();
  }

  @Test
  void filterWhenSpanBeginsBehindTheDecisionThenItSaysWhatWasDecided() throws Exception {
    int status =
        send(post("/mcp").header("Authorization", "Bearer " + container.token("alice", "a")));

    assertThat(status).isEqualTo(204);
    assertThat(attributes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "mcp.auth.decision",
                "granted",
                "mcp.auth.correlation_id",
                container.get(Granted.class).last().correlationId()));
  }

  @Test
  void filterWhenTheRequestIsNoneOfOursThenTheSpanSaysNothing() throws Exception {
    assertThat(send(post("/open"))).isEqualTo(204);
    assertThat(attributes()).isEmpty();
  }

  /** What is said of the only span. */
  private static Map<String, String> attributes() {
    assertThat(TELEMETRY.getSpans()).hasSize(1);
    return TELEMETRY.getSpans().get(0).getAttributes().asMap().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().getKey(), entry -> String.valueOf(entry.getValue())));
  }

  private static MockHttpRequest post(String path) throws URISyntaxException {
    return MockHttpRequest.post(path)
        .header("Content-Type", "application/json")
        .content(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
  }

  private int send(MockHttpRequest request) throws Exception {
    return container.inNewRequest(
        () -> {
          MockHttpResponse response = new MockHttpResponse();
          ResteasyContext.pushContext(SecurityContext.class, new AuthorizationFeatureTest.Nobody());
          deployment.getDispatcher().invoke(request, response);
          return response.getStatus();
        });
  }

  /** An application on a server with tracing. */
  private static final class Traced extends Application {

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Mcp.class, Open.class, Tracing.class);
    }
  }

  /** What a server does: the span of the request, from matching on. */
  @Priority(Priorities.USER)
  public static class Tracing implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String SPAN = "span";
    private static final String SCOPE = "scope";

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed when the answer is there
    public void filter(ContainerRequestContext request) {
      Span span = TELEMETRY.getOpenTelemetry().getTracer("server").spanBuilder("POST").startSpan();
      request.setProperty(SPAN, span);
      request.setProperty(SCOPE, span.makeCurrent());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      ((Scope) request.getProperty(SCOPE)).close();
      ((Span) request.getProperty(SPAN)).end();
    }
  }

  /** The MCP endpoint. */
  @Path("mcp")
  public static class Mcp {

    @POST
    public void post(String body) {}
  }

  /** Not protected. */
  @Path("open")
  public static class Open {

    @POST
    public void post(String body) {}
  }

  /** Remembers what was decided. */
  @ApplicationScoped
  public static class Granted {

    private final List<AccessGranted> granted = new CopyOnWriteArrayList<>();

    void granted(@Observes AccessGranted event) {
      granted.add(event);
    }

    AccessGranted last() {
      return granted.get(granted.size() - 1);
    }
  }
}
