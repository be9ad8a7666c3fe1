// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Fetches with the JDK's HTTP client, with limits on time, size, reach and the number of requests
 * at once. Redirects are refused unless the configuration allows them. Thread-safe.
 */
public final class JdkHttpFetcher implements HttpFetcher, AutoCloseable {

  private static final int MAX_REDIRECTS = 3;
  private static final int MAX_AT_ONCE = 64;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final ThreadPoolExecutor threads = FetchThreads.pool();
  private final ThreadPoolExecutor background = FetchThreads.background();
  private final Semaphore permits = new Semaphore(MAX_AT_ONCE);
  private final HttpClient client;
  private final Reach reach;
  private final Duration timeout;
  private final int maxSize;
  private final boolean followRedirects;

  /**
   * Makes a fetcher that asks the name service of this machine.
   *
   * @param settings the limits
   */
  public JdkHttpFetcher(McpAuthSettings.Fetch settings) {
    this(settings, host -> List.of(InetAddress.getAllByName(host)));
  }

  /**
   * Makes a fetcher.
   *
   * @param settings the limits
   * @param resolver finds the addresses of hosts
   */
  public JdkHttpFetcher(McpAuthSettings.Fetch settings, HostResolver resolver) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
    this.reach = new Reach(settings, resolver);
    this.timeout = settings.readTimeout().plus(settings.connectTimeout());
    this.maxSize = settings.maxResponseSize();
    this.followRedirects = settings.followRedirects();
  }

  @Override
  public FetchedDocument send(FetchRequest fetch) throws IOException {
    reach.check(fetch.uri());
    long deadline = System.nanoTime() + timeout.toNanos();
    FetchRequest request = fetch;
    FetchedDocument answer = exchange(request, deadline);
    for (int hops = 0; isFollowed(request, answer); hops++) {
      if (hops == MAX_REDIRECTS) {
        throw new IOException("more than " + MAX_REDIRECTS + " redirects");
      }
      URI target = target(request.uri(), answer.header("Location").orElse(""));
      reach.checkRedirect(request.uri(), target);
      request = request.redirectedTo(target);
      answer = exchange(request, deadline);
    }
    return answer;
  }

  private boolean isFollowed(FetchRequest request, FetchedDocument answer) {
    return followRedirects
        && request.method().equals("GET")
        && REDIRECTS.contains(answer.status())
        && answer.header("Location").isPresent();
  }

  private static URI target(URI from, String location) throws IOException {
    try {
      return from.resolve(URI.create(location));
    } catch (IllegalArgumentException e) {
      throw new IOException("the redirect leads to no URL");
    }
  }

  private FetchedDocument exchange(FetchRequest fetch, long deadline) throws IOException {
    try {
      if (!permits.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new IOException("too many requests at once");
      }
      try {
        return exchangeNow(fetch, deadline);
      } finally {
        permits.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private FetchedDocument exchangeNow(FetchRequest fetch, long deadline)
      throws IOException, InterruptedException {
    // The client's own timeout ends with the headers; this one covers the body too.
    CompletableFuture<HttpResponse<byte[]>> answer = started(fetch);
    try {
      HttpResponse<byte[]> response =
          answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return new FetchedDocument(
          response.statusCode(),
          firstValues(response.headers().map()),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no complete answer within " + timeout.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(reason(cause), cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> started(FetchRequest fetch) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(fetch.uri())
            .timeout(timeout)
            .method(fetch.method(), HttpRequest.BodyPublishers.ofString(fetch.body()));
    fetch.headers().forEach(builder::header);
    if (threads.isShutdown()) {
      throw new IOException("closed");
    }
    try {
      return client.sendAsync(builder.build(), info -> new LimitedBodySubscriber(maxSize));
    } catch (RejectedExecutionException e) {
      throw new IOException("closed", e);
    }
  }

  /** Ends the threads; requests fail from now on. */
  /**
   * Runs on a thread of this fetcher's what no request waits for.
   *
   * @param task what to run
   * @throws RejectedExecutionException if too much is to be done already
   */
  public void background(Runnable task) {
    background.execute(task);
  }

  @Override
  public void close() {
    background.shutdownNow();
    threads.shutdownNow();
  }

  private static Map<String, String> firstValues(Map<String, List<String>> headers) {
    Map<String, String> first = new HashMap<>();
    headers.forEach(
        (name, values) -> values.stream().findFirst().ifPresent(v -> first.put(name, v)));
    return first;
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
