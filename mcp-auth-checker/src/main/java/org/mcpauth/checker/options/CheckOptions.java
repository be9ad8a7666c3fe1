// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.options;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How to check. Immutable; {@code with…} methods give a changed copy.
 *
 * @param httpClient sends the requests; must not follow redirects
 * @param clock tells the time of the report and the rest of the life of a token
 * @param timeout for each request, from the connection to the end of the body; at most four
 *     requests are sent, and one more if a token is asked for
 * @param maxResponseSize of each body, in bytes
 * @param origin the {@code Origin} header of a client in a browser
 * @param tokenRequest a token to ask for; empty to read metadata and keys only
 */
public record CheckOptions(
    HttpClient httpClient,
    Clock clock,
    Duration timeout,
    int maxResponseSize,
    String origin,
    Optional<TokenRequest> tokenRequest) {

  /** Ten seconds. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /** 512 KiB. */
  public static final int DEFAULT_MAX_RESPONSE_SIZE = 512 * 1024;

  /** Where MCP Inspector runs. */
  public static final String DEFAULT_ORIGIN = "http://localhost:6274";

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int LARGEST = 16 * 1024 * 1024;

  /**
   * Checks the limits.
   *
   * @param httpClient sends the requests
   * @param clock tells the time
   * @param timeout for each request
   * @param maxResponseSize in bytes
   * @param origin of a client in a browser
   * @param tokenRequest a token to ask for
   * @throws IllegalArgumentException if the client follows redirects, or a limit is none
   */
  public CheckOptions {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(tokenRequest, "tokenRequest");
    require(
        httpClient.followRedirects() == HttpClient.Redirect.NEVER,
        "the HTTP client must not follow redirects");
    require(
        timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(LONGEST) <= 0,
        "the timeout must be between 1 ms and 5 minutes");
    require(
        maxResponseSize > 0 && maxResponseSize <= LARGEST,
        "the largest answer must be between 1 byte and 16 MiB");
    require(
        !origin.isEmpty() && origin.chars().allMatch(c -> c > ' ' && c < 0x7f),
        "the origin must be that of a browser, such as " + DEFAULT_ORIGIN);
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * The defaults: ten seconds, 512 KiB, no token.
   *
   * @return options
   */
  public static CheckOptions defaults() {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(DEFAULT_TIMEOUT)
            .build();
    return new CheckOptions(
        client,
        Clock.systemUTC(),
        DEFAULT_TIMEOUT,
        DEFAULT_MAX_RESPONSE_SIZE,
        DEFAULT_ORIGIN,
        Optional.empty());
  }

  /**
   * The same with another client, for proxies and trust stores.
   *
   * @param other must not follow redirects
   * @return a copy
   */
  public CheckOptions withHttpClient(HttpClient other) {
    return new CheckOptions(other, clock, timeout, maxResponseSize, origin, tokenRequest);
  }

  /**
   * The same with another clock.
   *
   * @param other a clock
   * @return a copy
   */
  public CheckOptions withClock(Clock other) {
    return new CheckOptions(httpClient, other, timeout, maxResponseSize, origin, tokenRequest);
  }

  /**
   * The same with another timeout.
   *
   * @param other for each request, at most five minutes
   * @return a copy
   */
  public CheckOptions withTimeout(Duration other) {
    return new CheckOptions(httpClient, clock, other, maxResponseSize, origin, tokenRequest);
  }

  /**
   * The same with another limit.
   *
   * @param bytes of each body, at most 16 MiB
   * @return a copy
   */
  public CheckOptions withMaxResponseSize(int bytes) {
    return new CheckOptions(httpClient, clock, timeout, bytes, origin, tokenRequest);
  }

  /**
   * The same with another origin.
   *
   * @param other scheme, host and port
   * @return a copy
   */
  public CheckOptions withOrigin(String other) {
    return new CheckOptions(httpClient, clock, timeout, maxResponseSize, other, tokenRequest);
  }

  /**
   * The same, and a token is asked for.
   *
   * @param request which
   * @return a copy
   */
  public CheckOptions withTokenRequest(TokenRequest request) {
    return new CheckOptions(
        httpClient, clock, timeout, maxResponseSize, origin, Optional.of(request));
  }
}
