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
import java.util.Map;
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
  private final List<JdkHttpFetcher> fetchers = new CopyOnWriteArrayList<>();
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
    fetchers.forEach(JdkHttpFetcher::close);
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

  @Test
  void getWhenRedirectsAreAllowedThenFollowedThreeTimes() throws IOException {
    redirect("/a", "/b");
    redirect("/b", base + "/c");
    redirect("/c", "d");
    serve("/d", 200, "there");
    redirect("/z", "/a");

    assertThat(following().get(URI.create(base + "/a")).body()).isEqualTo("there");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> following().get(URI.create(base + "/z")))
        .withMessage("more than 3 redirects");
  }

  @Test
  void sendWhenRedirectOfPostThenNotFollowed() throws IOException {
    redirect("/a", "/b");
    serve("/b", 200, "there");
    var post = new FetchRequest("POST", URI.create(base + "/a"), Map.of(), "token=secret");

    assertThat(following().send(post).status()).isEqualTo(302);
    assertThat(requests).isEmpty();
  }

  @Test
  void sendWhenRedirectToAnotherOriginThenWithoutCredentials() throws IOException {
    String elsewhere = base.replace("127.0.0.1", "localhost");
    redirect("/a", elsewhere + "/b");
    redirect("/same", "/b");
    List<String> received = new CopyOnWriteArrayList<>();
    server.createContext(
        "/b",
        exchange -> {
          received.add(
              exchange.getRequestHeaders().getFirst("Authorization")
                  + ", "
                  + exchange.getRequestHeaders().getFirst("Accept"));
          answer(exchange, 200, "{}");
        });
    for (String path : List.of("/a", "/same")) {
      following().send(FetchRequest.get(URI.create(base + path)).withHeader("Authorization", "x"));
    }

    assertThat(received).containsExactly("null, application/json", "x, application/json");
  }

  @Test
  void getWhenRedirectLeadsInsideOrNowhereThenRefused() {
    redirect("/inside", "https://10.0.0.1/secret");
    redirect("/http", "http://public.example/x");
    redirect("/odd", "https://[");
    redirect("/file", "file:///etc/passwd");

    for (String path : List.of("/inside", "/http", "/odd", "/file")) {
      assertThatExceptionOfType(IOException.class)
          .as(path)
          .isThrownBy(() -> following().get(URI.create(base + path)));
    }
  }

  @Test
  void getWhenHostIsPrivateThenRefusedBeforeAnythingIsSent() {
    serve("/keys", 200, "{}");
    String other = base.replace("127.0.0.1", "127.0.0.2");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher().get(URI.create(other + "/keys")))
        .withMessage("the host has a private address and is not in mcp.auth.http.private-hosts");
    assertThat(requests).isEmpty();
  }

  @Test
  void getWhenAskedThenThreadsAreNamedDaemons() throws IOException {
    serve("/keys", 200, "{}");
    fetcher().get(URI.create(base + "/keys"));

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("org.mcpauth-http-"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon);
  }

  @Test
  void getWhenClosedThenIoException() throws IOException {
    serve("/keys", 200, "{}");
    JdkHttpFetcher fetcher = fetcher();
    fetcher.get(URI.create(base + "/keys"));
    fetcher.close();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> fetcher.get(URI.create(base + "/keys")))
        .withMessage("closed");
  }

  private void redirect(String path, String location) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          answer(exchange, 302, "");
        });
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

  private JdkHttpFetcher following() {
    return fetcher(Duration.ofSeconds(20), true);
  }

  private JdkHttpFetcher fetcher() {
    return fetcher(Duration.ofSeconds(20), false);
  }

  private JdkHttpFetcher fetcher(Duration timeout) {
    return fetcher(timeout, false);
  }

  private JdkHttpFetcher fetcher(Duration timeout, boolean follow) {
    Duration day = Duration.ofDays(1);
    Set<String> named = Set.of("localhost", "127.0.0.1");
    JdkHttpFetcher fetcher =
        new JdkHttpFetcher(
            new McpAuthSettings.Fetch(
                day, day, day, day, day, timeout, timeout, LIMIT, follow, named, false));
    fetchers.add(fetcher);
    return fetcher;
  }
}
