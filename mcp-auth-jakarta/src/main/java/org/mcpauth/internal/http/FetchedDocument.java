// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer of an authorization server.
 *
 * @param status the HTTP status
 * @param headers the headers by their names in lower case, the first value of each
 * @param body the body, no larger than the configured limit
 */
public record FetchedDocument(int status, Map<String, String> headers, String body) {

  /** Copies the headers. */
  public FetchedDocument {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /**
   * An answer without headers that matter.
   *
   * @param status the HTTP status
   * @param body the body
   */
  public FetchedDocument(int status, String body) {
    this(status, Map.of(), body);
  }

  /**
   * One header.
   *
   * @param name its name
   * @return its first value; empty if it is absent
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * For how long the answer says that it may be used (RFC 9111 §4.2): {@code max-age} without
   * {@code Age}; zero for {@code no-store}, {@code no-cache} and what cannot be read.
   *
   * @return how long; empty if it does not say
   */
  public Optional<Duration> freshness() {
    Optional<String> cacheControl = header("Cache-Control");
    if (cacheControl.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> freshness = Optional.empty();
    for (String part : cacheControl.get().toLowerCase(Locale.ROOT).split(",", -1)) {
      String directive = part.trim();
      if (directive.equals("no-store") || directive.startsWith("no-cache")) {
        return Optional.of(Duration.ZERO);
      }
      if (directive.startsWith("max-age=")) {
        long age = seconds(header("Age").orElse("0"));
        long left = seconds(directive.substring("max-age=".length())) - age;
        freshness = Optional.of(Duration.ofSeconds(Math.max(0, left)));
      }
    }
    return freshness;
  }

  /** Delta-seconds (RFC 9111 §1.2.2): what is too large counts as very large. */
  private static long seconds(String text) {
    String digits = text.replace("\"", "").trim();
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
