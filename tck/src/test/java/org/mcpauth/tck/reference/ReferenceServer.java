// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.mcpauth.tck.http.Body;

/** Serves the rules over HTTP on loopback. */
public final class ReferenceServer implements AutoCloseable {

  private static final int LARGEST_MESSAGE = 1 << 20;

  static {
    // Otherwise every answer on a kept connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Rules rules;

  /**
   * Starts a server on a free port.
   *
   * @param rules makes the rules for an endpoint
   */
  public ReferenceServer(Function<URI, Rules> rules) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String host = "http://127.0.0.1:" + server.getAddress().getPort();
    this.rules = rules.apply(URI.create(host + "/mcp"));
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** The URL of the MCP endpoint. */
  public URI endpoint() {
    return rules.endpoint;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = rules.answer(request(exchange));
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
      if (!silent) {
        exchange.getResponseBody().write(body);
      }
    } catch (RuntimeException e) {
      e.printStackTrace(); // a fault of the test itself: to be seen
      throw e;
    }
  }

  private static Request request(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    InputStream stream = exchange.getRequestBody();
    byte[] body = stream.readNBytes(LARGEST_MESSAGE);
    boolean more = stream.read() >= 0;
    // The rest is read and forgotten: only then does the client read the answer.
    stream.transferTo(OutputStream.nullOutputStream());
    return new Request(
        exchange.getRequestMethod(), exchange.getRequestURI(), headers, Body.of(body), more);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
