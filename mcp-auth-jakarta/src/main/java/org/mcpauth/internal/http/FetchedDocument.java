// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

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
}
