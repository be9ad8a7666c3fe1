// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Plain HTTP, without anybody's help. */
public final class Wire {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(TIMEOUT)
          .build();

  private Wire() {}

  /**
   * Asks for something.
   *
   * @param uri what
   * @param headers names and values in turn
   * @return the answer, of whatever status
   */
  public static Answer get(URI uri, String... headers) {
    return send(HttpRequest.newBuilder(uri), headers);
  }

  /**
   * Sends text, in UTF-8.
   *
   * @param uri where to
   * @param contentType what it is
   * @param body the text
   * @param headers names and values in turn
   * @return the answer, of whatever status
   */
  public static Answer post(URI uri, String contentType, String body, String... headers) {
    return post(uri, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /**
   * Sends anything.
   *
   * @param uri where to
   * @param contentType what it is
   * @param body the bytes
   * @param headers names and values in turn
   * @return the answer, of whatever status
   */
  public static Answer post(URI uri, String contentType, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", contentType)
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofByteArray(body));
    return send(request, headers);
  }

  private static Answer send(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return Answer.of(CLIENT.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
