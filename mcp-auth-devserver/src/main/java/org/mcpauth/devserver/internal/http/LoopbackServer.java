// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An HTTP server that only this machine can reach. */
public final class LoopbackServer {

  private static final int THREADS = 16;
  private static final int WAITING = 256;

  private final List<HttpServer> servers;
  private final ExecutorService executor;

  private LoopbackServer(List<HttpServer> servers) {
    this.servers = List.copyOf(servers);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            LoopbackServer::thread,
            new ThreadPoolExecutor.CallerRunsPolicy());
    pool.allowCoreThreadTimeOut(true);
    this.executor = pool;
  }

  /**
   * Takes the port, but answers nothing yet.
   *
   * @param host a loopback host
   * @param port a port, or 0 for a free one
   * @return a server that is bound
   */
  public static LoopbackServer bind(String host, int port) {
    return new LoopbackServer(LoopbackSockets.bind(LoopbackHost.addresses(host), port));
  }

  /**
   * The port.
   *
   * @return the same on every address
   */
  public int port() {
    return servers.get(0).getAddress().getPort();
  }

  /**
   * Begins to answer.
   *
   * @param endpoint who answers
   * @param log where requests are recorded
   */
  public void start(Endpoint endpoint, RequestLog log) {
    for (HttpServer server : servers) {
      server.setExecutor(executor);
      server.createContext("/", exchange -> answer(exchange, endpoint, log));
      server.start();
    }
  }

  /** Closes the port. */
  public void stop() {
    servers.forEach(server -> server.stop(0));
    executor.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Endpoint endpoint, RequestLog log)
      throws IOException {
    try (exchange) {
      Response response =
          RequestReader.read(exchange)
              .map(
                  request -> {
                    log.add(request);
                    return endpoint.handle(request);
                  })
              .orElseGet(
                  () -> Response.error(413, "invalid_request", "the request body is too large"));
      write(exchange, response);
    }
  }

  private static void write(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), bodiless ? -1 : body.length);
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "mcp-auth-devserver");
    thread.setDaemon(true);
    return thread;
  }
}
