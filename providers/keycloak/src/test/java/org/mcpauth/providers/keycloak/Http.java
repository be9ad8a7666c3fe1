// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain HTTP, without anybody's help. */
final class Http {

  /** Tells the tests' own requests from those of the application in Keycloak's log. */
  static final String USER_AGENT = "provider-test";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(TIMEOUT)
          .build();

  private Http() {}

  static Answer get(URI uri) {
    return send(HttpRequest.newBuilder(uri));
  }

  static Answer postJson(URI uri, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  static Answer postForm(URI uri, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Tells whether something is there already. */
  static boolean isAnswered(URI uri) {
    try {
      return get(uri).status() == 200;
    } catch (UncheckedIOException e) {
      return false; // nobody listens yet
    }
  }

  private static Answer send(HttpRequest.Builder request) {
    HttpRequest complete = request.header("User-Agent", USER_AGENT).timeout(TIMEOUT).build();
    try {
      return Answer.of(CLIENT.send(complete, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
