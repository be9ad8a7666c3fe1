// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a request up to a limit. */
final class RequestReader {

  /** More than any message of OAuth needs. */
  static final int BODY_LIMIT = 64 * 1024;

  /** What is read and thrown away, so that the client gets to see the 413 instead of a reset. */
  private static final int DISCARD_LIMIT = 4 * 1024 * 1024;

  private RequestReader() {}

  /** Returns nothing if the body is too large. */
  static Optional<Request> read(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(BODY_LIMIT + 1);
      if (body.length > BODY_LIMIT) {
        discard(in);
        return Optional.empty();
      }
    }
    @Nullable String path = exchange.getRequestURI().getPath();
    @Nullable String query = exchange.getRequestURI().getRawQuery();
    return Optional.of(
        new Request(
            exchange.getRequestMethod(),
            path == null ? "" : path,
            query == null ? "" : query,
            headers(exchange),
            new String(body, StandardCharsets.UTF_8)));
  }

  private static void discard(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    int left = DISCARD_LIMIT;
    int read = in.read(buffer);
    while (read >= 0 && left > 0) {
      left -= read;
      read = in.read(buffer);
    }
  }

  private static Map<String, List<String>> headers(HttpExchange exchange) {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return headers;
  }
}
