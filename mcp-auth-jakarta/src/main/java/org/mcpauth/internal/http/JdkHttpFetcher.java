// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mcpauth.internal.settings.McpAuthSettings;

/** Fetches with the JDK's HTTP client: no redirects, and limits on time and size. Thread-safe. */
public final class JdkHttpFetcher implements HttpFetcher {

  private final HttpClient client;
  private final Duration timeout;
  private final int maxSize;

  /**
   * Makes a fetcher.
   *
   * @param settings the limits
   */
  public JdkHttpFetcher(McpAuthSettings.Fetch settings) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.timeout = settings.readTimeout().plus(settings.connectTimeout());
    this.maxSize = settings.maxResponseSize();
  }

  @Override
  public FetchedDocument send(FetchRequest fetch) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(fetch.uri())
            .timeout(timeout)
            .method(fetch.method(), HttpRequest.BodyPublishers.ofString(fetch.body()));
    fetch.headers().forEach(builder::header);
    HttpRequest request = builder.build();
    // The client's own timeout ends with the headers; this one covers the body too.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new LimitedBodySubscriber(maxSize));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
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
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
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
