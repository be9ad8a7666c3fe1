// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A web of hand-made answers: every host of the world is one server here, so that documents can
 * keep the addresses that they have outside.
 */
public final class FakeWeb implements AutoCloseable {

  /** What was sent. */
  public record Received(
      String method, String url, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  private record Reply(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  public FakeWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /** A client for which this server is the whole web. */
  public HttpClient client() {
    return new ReroutedHttpClient(URI.create("http://localhost:" + server.getAddress().getPort()));
  }

  /** JSON that browsers may read. */
  public FakeWeb json(String url, String body) {
    return answer(
        url,
        200,
        Map.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*"),
        body);
  }

  /** Anything. */
  public FakeWeb answer(String url, int status, Map<String, String> headers, String body) {
    replies.put(url, new Reply(status, headers, body));
    return this;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream in = exchange.getRequestBody()) {
      String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String url = ReroutedHttpClient.original(exchange.getRequestURI());
      received.add(
          new Received(
              exchange.getRequestMethod(), url, Map.copyOf(exchange.getRequestHeaders()), body));
      @Nullable Reply reply = replies.get(url);
      if (reply == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
