// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.http;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer, whatever its status.
 *
 * @param status the HTTP status
 * @param headers the header fields
 * @param body the body, no larger than the limit
 */
public record Answer(int status, HttpHeaders headers, String body) {

  /**
   * A header field.
   *
   * @param name its name, in any case
   * @return its first value
   */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * Whether the content is said to be JSON.
   *
   * @return true for {@code application/json}, with parameters or without
   */
  public boolean isJson() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters))
        .strip()
        .equals("application/json");
  }

  /** Without the body, which may hold a token. */
  @Override
  public String toString() {
    return "Answer[status=" + status + "]";
  }
}
