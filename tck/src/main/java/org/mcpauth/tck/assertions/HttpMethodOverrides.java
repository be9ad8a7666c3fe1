// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.tck.http.HttpCall;

/** Requests whose method is one thing to a guard and another to what is behind it. */
final class HttpMethodOverrides {

  private static final List<String> HEADERS =
      List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

  private HttpMethodOverrides() {}

  /** A POST that says it is something harmless, and something harmless that says it is a POST. */
  static List<HttpCall> of(HttpCall post) {
    return HEADERS.stream()
        .flatMap(
            header ->
                Stream.concat(
                    Stream.of("OPTIONS", "GET", "HEAD").map(other -> post.with(header, other)),
                    Stream.of("GET", "PUT")
                        .map(method -> post.method(method).with(header, "POST"))))
        .toList();
  }
}
