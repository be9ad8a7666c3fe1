// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.internal.settings.McpAuthSettings;

/** Against a real server on the loopback interface. The limit is 1000 bytes. */
@Timeout(60)
class JdkHttpFetcherTest {

  private static final int LIMIT = 1000;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final String base;

  JdkHttpFetcherTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void getWhenAnsweredThenStatusAndBody() throws IOException {
    serve("/keys", 200, "{\"a\":\"é\"}");

    FetchedDocument answer = fetcher().get(URI.create(base + "/keys"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"a\":\"é\"}");
  }

  @Test
  void getWhenErrorStatusThenAnswerNotException() throws IOException {
    serve("/keys", 503, "down");

    FetchedDocument answer = fetcher().get(URI.create(base + "/keys"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("down");
    assertThat(fetcher().get(URI.create(base + "/none")).status()).isEqualTo(404);
  }

  @Test
  void getWhenAsAllowedThenReadAndWhenLargerThenRefused() throws IOException {
    serve("/fits", 200, "x".repeat(LIMIT));
    serve("/large", 200, "x".repeat(LIMIT + 1));

    assertThat(fetcher().get(URI.create(base + "/fits")).body()).hasSize(LIMIT);
    assertTooLarge("/large");
  }

  @Test
  void getWhenEndlessThenRefused() {
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] part = "x".repeat(100).getBytes(StandardCharsets.US_ASCII);
          try (var body = exchange.getResponseBody()) {
            while (over.getCount() > 0) {
              body.write(part);
            }
          }
        });

    assertTooLarge("/endless");
  }

  @Test
  void getWhenRedirectThenNotFollowed() throws IOException {
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", base + "/elsewhere");
          answer(exchange, 302, "");
        });
    serve("/elsewhere", 200, "{}");

    assertThat(fetcher().get(URI.create(base + "/moved")).status()).isEqualTo(302);
    assertThat(requests).isEmpty();
  }

  @Test
  void getWhenBodyStallsThenIoException() {
    server.createContext(
        "/stalls",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          awaitEnd();
        });

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher(Duration.ofMillis(150)).get(URI.create(base + "/stalls")))
        .withMessageStartingWith("no complete answer within");
  }

  @Test
  void getWhenNoAnswerThenIoException() {
    server.createContext("/silent", exchange -> awaitEnd());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher(Duration.ofMillis(150)).get(URI.create(base + "/silent")));
  }

  @Test
  void getWhenBodyIsCutOffThenIoException() {
    server.createContext(
        "/cut",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('x');
          exchange.close();
        });

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher().get(URI.create(base + "/cut")));
  }

  @Test
  void getWhenNobodyListensThenIoException() {
    server.stop(0);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher().get(URI.create(base + "/keys")))
        .withMessageContaining("Connect");
  }

  @Test
  void getWhenInterruptedThenIoExceptionAndStillInterrupted() {
    server.createContext("/silent", exchange -> awaitEnd());
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher().get(URI.create(base + "/silent")))
        .withMessage("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private void assertTooLarge(String path) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher().get(URI.create(base + path)))
        .withMessage("the answer is larger than 1000 bytes");
  }

  private void serve(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + path);
          answer(exchange, status, body);
        });
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void awaitEnd() throws IOException {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static JdkHttpFetcher fetcher() {
    return fetcher(Duration.ofSeconds(20));
  }

  private static JdkHttpFetcher fetcher(Duration timeout) {
    Duration day = Duration.ofDays(1);
    return new JdkHttpFetcher(
        new McpAuthSettings.Fetch(
            day, day, day, day, day, timeout, timeout, LIMIT, false, Set.of("localhost"), false));
  }
}
