// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests, with limits on time and size. Thread-safe. */
public final class Fetcher {

  private final HttpClient client;
  private final Duration timeout;
  private final int maxSize;

  /**
   * Makes a fetcher.
   *
   * @param client follows no redirects
   * @param timeout for one request, from the connection to the end of the body
   * @param maxSize of a body, in bytes
   */
  public Fetcher(HttpClient client, Duration timeout, int maxSize) {
    this.client = client;
    this.timeout = timeout;
    this.maxSize = maxSize;
  }

  /**
   * Fetches a document.
   *
   * @param uri where
   * @param headers more header fields
   * @return the answer, whatever its status
   * @throws OversizedAnswerException if the body is too large
   * @throws IOException if there is no answer, or none in time; the message says why
   */
  public Answer get(URI uri, Map<String, String> headers) throws IOException {
    return send(uri, headers, request -> request.GET());
  }

  /**
   * Sends a form.
   *
   * @param uri where
   * @param headers more header fields
   * @param form the encoded form
   * @return the answer, whatever its status
   * @throws OversizedAnswerException if the body is too large
   * @throws IOException if there is no answer, or none in time; the message says why
   */
  public Answer post(URI uri, Map<String, String> headers, String form) throws IOException {
    return send(
        uri,
        headers,
        request ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
  }

  private interface Method {
    HttpRequest.Builder on(HttpRequest.Builder request);
  }

  private Answer send(URI uri, Map<String, String> headers, Method method) throws IOException {
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(uri).timeout(timeout).header("Accept", "application/json");
      headers.forEach(request::header);
    } catch (IllegalArgumentException e) {
      throw new IOException("the address cannot be used", e);
    }
    // The timeout of the client ends with the header; this one covers the body too.
    CompletableFuture<HttpResponse<String>> pending =
        client.sendAsync(method.on(request).build(), head -> new BoundedBody(maxSize));
    try {
      HttpResponse<String> response = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      throw new IOException(tooLate(), e);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      pending.cancel(true);
    }
  }

  private IOException failure(Throwable cause) {
    if (cause instanceof OversizedAnswerException oversized) {
      return oversized;
    }
    return new IOException(reason(cause), cause);
  }

  private String reason(Throwable cause) {
    for (@Nullable Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof UnresolvedAddressException) {
        return "the host has no address";
      }
    }
    if (cause instanceof HttpTimeoutException) {
      return tooLate();
    }
    @Nullable String message = cause.getMessage();
    if (message != null) {
      return message;
    }
    return cause instanceof ConnectException
        ? "the connection is refused"
        : cause.getClass().getSimpleName();
  }

  private String tooLate() {
    return "no complete answer within " + timeout.toMillis() + " ms";
  }
}
