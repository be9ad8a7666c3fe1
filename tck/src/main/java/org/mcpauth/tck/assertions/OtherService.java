// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * A service that the server under test calls for its callers: it lets everybody in, and remembers
 * what it was sent. On loopback, on a free port.
 */
final class OtherService implements AutoCloseable {

  private static final String PATH = "/other-service";
  private static final int LARGEST_BODY = 1 << 16;

  private final HttpServer server;
  private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();

  /**
   * What came with one request.
   *
   * @param authorization all values of the header
   * @param everything target, headers and body
   */
  record Visit(List<String> authorization, String everything) {

    /** Without what came: there are tokens in it. */
    @Override
    public String toString() {
      return "a request with %d Authorization headers".formatted(authorization.size());
    }
  }

  private OtherService(HttpServer server) {
    this.server = server;
  }

  static OtherService start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      OtherService service = new OtherService(server);
      server.createContext("/", service::answer);
      server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<String> all = new ArrayList<>(List.of(exchange.getRequestURI().toString()));
      exchange.getRequestHeaders().forEach((name, values) -> all.addAll(values));
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
      all.add(new String(body, StandardCharsets.ISO_8859_1));
      List<String> authorization =
          exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
      visits.add(new Visit(List.copyOf(authorization), String.join("\n", all)));
      byte[] text = text(visits.size()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private static String text(int visit) {
    return "This is visit %d of the other service.".formatted(visit);
  }

  /** Its resource identifier. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  /** Lets the server under test call it for a caller. */
  Reply call(McpServer from, String token) {
    JsonObject arguments = Json.createObjectBuilder().add("url", url().toString()).build();
    return from.send(Operation.ON_BEHALF.with(arguments), token);
  }

  /** What came so far, the oldest first. */
  List<Visit> visits() {
    return List.copyOf(visits);
  }

  /** Whether an answer to the caller is the one to the latest visit. */
  boolean wasAnswered(Reply reply) {
    return reply.isSuccess() && reply.toolText().equals(Optional.of(text(visits.size())));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
