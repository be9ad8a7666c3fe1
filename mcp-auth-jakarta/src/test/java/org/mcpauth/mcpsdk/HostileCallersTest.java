// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.mcpsdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AccessTokens;
import org.mcpauth.internal.cdi.TestContainer;
import org.mcpauth.internal.servlet.JettyServer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Callers at once over the same kept connections, who bring each other's sessions, break tokens, go
 * away and fail in between, against the SDK's own servlets.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCallersTest {

  private static final List<String> NAMES = List.of("alice", "bobby", "carol", "david", "erika");
  private static final int REQUESTS = 210;
  private static final int THREADS = 16;

  private final TestContainer container =
      TestContainer.start(
          Map.of("mcp.auth.path", "/mcp", "mcp.auth.anonymous.tools", "nobody"),
          HostileTools.class,
          HostileTools.Known.class,
          HostileTools.Witness.class);
  private final AccessTokens current = container.get(AccessTokens.class);
  private final McpSdkCallers callers = new McpSdkCallers(current);
  private final HostileTools tools = container.get(HostileTools.class);
  private final HostileTools.Witness witness = container.get(HostileTools.Witness.class);

  private final HttpServletStreamableServerTransportProvider sync = streamable("/mcp/sync");
  private final HttpServletStreamableServerTransportProvider async = streamable("/mcp/async");
  private final HttpServletStatelessServerTransport stateless =
      HttpServletStatelessServerTransport.builder()
          .messageEndpoint("/mcp/stateless")
          .contextExtractor(callers)
          .build();
  private final JettyServer server =
      new JettyServer(
          container,
          "/",
          Map.<String, HttpServlet>of(
              "/mcp/sync", sync, "/mcp/async", async, "/mcp/stateless", stateless));

  private final HostileClient client = new HostileClient(NAMES, witness);
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private HttpServletStreamableServerTransportProvider streamable(String path) {
    return HttpServletStreamableServerTransportProvider.builder()
        .mcpEndpoint(path)
        .contextExtractor(callers)
        .build();
  }

  @BeforeAll
  void start() throws Exception {
    var inTurn = McpServer.sync(sync).serverInfo("test", "1");
    var later = McpServer.async(async).serverInfo("test", "1");
    var alone = McpServer.sync(stateless).serverInfo("test", "1");
    for (String name : HostileTools.NAMES) {
      inTurn.toolCall(tool(name), callers.handler((exchange, request) -> answer(name)));
      later.toolCall(
          tool(name),
          (exchange, request) ->
              Mono.fromCallable(
                      () -> callers.callerOf(exchange.transportContext()).call(() -> answer(name)))
                  .subscribeOn(Schedulers.boundedElastic()));
      alone.toolCall(tool(name), callers.statelessHandler((context, request) -> answer(name)));
    }
    inTurn.build();
    later.build();
    alone.build();
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

  private CallToolResult answer(String tool) {
    String text =
        switch (tool) {
          case "read" -> tools.read();
          case "write" -> tools.write();
          case "fail" -> tools.fail();
          default -> tools.nobody();
        };
    return CallToolResult.builder().addTextContent(text).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp/sync", "/mcp/async", "/mcp/stateless"})
  void callWhenCallersRaceThenEachAnswerAndEventIsThatOfItsToken(String path) throws Exception {
    Map<String, String> sessions = new HashMap<>();
    for (String name : NAMES) {
      sessions.put(name, client.open(at(path), token(name)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<String> fault : threads.invokeAll(attempts(path, sessions))) {
        assertThat(fault.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(witness.seen())
        .hasSizeGreaterThan(REQUESTS / 2)
        .allMatch(event -> event.endsWith(" is " + event.substring(0, event.indexOf(" is "))));
    assertNobodyIsLeft();
  }

  /** On threads that served callers before, of the server and of the SDK. */
  private void assertNobodyIsLeft() throws Exception {
    for (int i = 0; i < THREADS; i++) {
      assertThat(
              client.expect(
                  "", 200, "\"text\":\"nobody\"", request("/mcp/stateless", "nobody", "", "")))
          .isEmpty();
      assertThat(
              Mono.fromCallable(current::current).subscribeOn(Schedulers.boundedElastic()).block())
          .isEmpty();
    }
  }

  private List<Callable<String>> attempts(String path, Map<String, String> sessions) {
    return IntStream.range(0, REQUESTS)
        .<Callable<String>>mapToObj(i -> () -> attempt(path, i, sessions))
        .toList();
  }

  /** What went wrong; empty if nothing did. */
  private String attempt(String path, int i, Map<String, String> sessions) throws Exception {
    String name = NAMES.get(i % NAMES.size());
    String other = NAMES.get((i + 1 + i / 7 % 4) % NAMES.size());
    String token = token(name);
    String own = sessions.getOrDefault(name, "");
    String others = sessions.getOrDefault(other, "");
    return switch (i % 7) {
      case 0 -> client.expect(name, 403, "_scope", request(path, "write", token, own));
      case 1 -> client.expect("", 401, "", request(path, "read", token + "x", own));
      case 2 ->
          others.isEmpty()
              ? ""
              : client.expect(name, 404, "not found", request(path, "read", token, others));
      case 3 ->
          client.expect(
              name, HostileClient.ANY, "failed for " + name, request(path, "fail", token, own));
      case 4 -> client.cancel(name, request(path, "read", token, own));
      default ->
          client.expect(name, 200, HostileTools.read(name), request(path, "read", token, own));
    };
  }

  private HttpRequest.Builder request(String path, String tool, String token, String session) {
    return HostileClient.call(at(path), tool, token, session);
  }

  private URI at(String path) {
    return server.uri().resolve(path);
  }

  private String token(String name) {
    return tokens.computeIfAbsent(
        name, n -> container.token(n, "notes:read", Map.of("email", n + "@example.com")));
  }
}
