// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.mcpsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;
import org.mcpauth.RequiresScope;
import org.mcpauth.TokenClaim;
import org.mcpauth.internal.cdi.TestContainer;
import org.mcpauth.internal.servlet.JettyServer;

/** The SDK's own servlets, whose handlers run on threads of the SDK. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpSdkCallersTest {

  private static final int CALLERS = 12;
  private static final int CALLS = 15;

  private final TestContainer container =
      TestContainer.start(Map.of("mcp.auth.path", "/mcp"), Notes.class, Known.class);
  private final McpSdkCallers callers = new McpSdkCallers(container.get(AccessTokens.class));
  private final Notes notes = container.get(Notes.class);

  private final HttpServletStreamableServerTransportProvider streamable =
      HttpServletStreamableServerTransportProvider.builder()
          .mcpEndpoint("/mcp/streamable")
          .contextExtractor(callers)
          .build();
  private final HttpServletStatelessServerTransport stateless =
      HttpServletStatelessServerTransport.builder()
          .messageEndpoint("/mcp/stateless")
          .contextExtractor(callers)
          .build();
  private final JettyServer server =
      new JettyServer(
          container, "/", Map.of("/mcp/streamable", streamable, "/mcp/stateless", stateless));

  @BeforeAll
  void start() throws Exception {
    McpServer.sync(streamable)
        .serverInfo("test", "1")
        .toolCall(tool("read"), callers.handler((exchange, request) -> answer()))
        .toolCall(tool("unwrapped"), (exchange, request) -> answer())
        .build();
    McpServer.sync(stateless)
        .serverInfo("test", "1")
        .toolCall(tool("read"), callers.statelessHandler((context, request) -> answer()))
        .build();
    server.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
    container.close();
  }

  private static Tool tool(String name) {
    return Tool.builder(name, Map.of("type", "object")).description(name).build();
  }

  private CallToolResult answer() {
    String thread = Thread.currentThread().getName();
    return CallToolResult.builder().addTextContent(notes.read() + " on " + thread).build();
  }

  private McpSyncClient client(String path, String token) {
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(server.uri().toString())
                    .endpoint(path)
                    .requestBuilder(
                        HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                    .build())
            .build();
    client.initialize();
    return client;
  }

  private String token(String subject, String scope) {
    return container.token(subject, scope, Map.of("email", subject + "@example.com"));
  }

  private static CallToolResult call(McpSyncClient client, String tool) {
    return client.callTool(CallToolRequest.builder(tool).build());
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  /** Not on the thread of the request, and yet as its caller, with its scopes. */
  @Test
  void handlerWhenOnAnotherThreadThenSeesTheCaller() {
    for (String path : List.of("/mcp/streamable", "/mcp/stateless")) {
      try (McpSyncClient client = client(path, token("alice", "notes:read"))) {
        assertThat(text(call(client, "read")))
            .startsWith("alice alice@example.com on boundedElastic");
      }
    }
  }

  /** What is not wrapped is closed, and does not get the caller of somebody else. */
  @Test
  void handlerWhenNotWrappedThenRefused() {
    try (McpSyncClient client = client("/mcp/streamable", token("alice", "notes:read"))) {
      assertThatThrownBy(() -> call(client, "unwrapped"))
          .isInstanceOf(McpError.class)
          .hasMessageStartingWith("There is no verified access token");
    }
  }

  @Test
  void handlerWhenManyCallersThenNoneAreSwapped() throws Exception {
    for (String path : List.of("/mcp/streamable", "/mcp/stateless")) {
      ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
      try {
        CyclicBarrier together = new CyclicBarrier(CALLERS);
        List<Callable<Set<String>>> clients =
            IntStream.range(0, CALLERS)
                .<Callable<Set<String>>>mapToObj(i -> () -> seen(path, "caller-" + i, together))
                .toList();
        List<Future<Set<String>>> seen = threads.invokeAll(clients);

        for (int i = 0; i < CALLERS; i++) {
          assertThat(seen.get(i).get())
              .containsExactly("caller-" + i + " caller-" + i + "@example.com");
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private Set<String> seen(String path, String subject, CyclicBarrier together) throws Exception {
    Set<String> seen = new LinkedHashSet<>();
    try (McpSyncClient client = client(path, token(subject, "notes:read"))) {
      for (int i = 0; i < CALLS; i++) {
        together.await();
        seen.add(text(call(client, "read")).replaceFirst(" on .*", ""));
      }
    }
    return seen;
  }

  @Test
  void callerOfWhenExtractorIsNotInstalledThenSaysSo() {
    assertThatIllegalStateException()
        .isThrownBy(() -> callers.callerOf(McpTransportContext.EMPTY))
        .withMessageStartingWith("the transport context has no caller: build the SDK's transport");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                callers
                    .statelessHandler((context, request) -> "never")
                    .apply(McpTransportContext.EMPTY, "request"));
  }

  /** Guarded, and asks in two ways who the caller is. */
  @ApplicationScoped
  public static class Notes {

    @Inject AccessToken caller;
    @Inject Known known;

    @RequiresScope(value = "notes:read", tool = "read")
    public String read() {
      return caller.subject().orElseThrow() + " " + known.email();
    }
  }

  /** Of one request. */
  @RequestScoped
  public static class Known {

    @Inject
    @TokenClaim("email")
    String email;

    String email() {
      return email;
    }
  }
}
