// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer of this service.
 *
 * @param status the status code
 * @param headers its headers
 * @param body its body
 */
record Reply(int status, Map<String, String> headers, String body) {

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, Map<String, Object> members) {
    return new Reply(
        status, Map.of("Content-Type", "application/json"), JSONObjectUtils.toJSONString(members));
  }

  static Reply text(int status, String text) {
    return new Reply(status, Map.of("Content-Type", "text/plain;charset=UTF-8"), text);
  }

  /** RFC 6750 §3. */
  static Reply challenge(int status, String error) {
    return new Reply(status, Map.of("WWW-Authenticate", "Bearer error=\"" + error + "\""), "");
  }

  void to(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
