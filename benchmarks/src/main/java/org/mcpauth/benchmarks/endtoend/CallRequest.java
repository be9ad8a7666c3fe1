// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A request to a server on loopback, as bytes, so that sending it costs next to nothing. */
final class CallRequest {

  /** The size of the messages that are measured, in bytes. */
  static final int SIZE = 1024;

  private final int port;
  private final List<String> headers;
  private final byte[] message;

  /**
   * Makes a request.
   *
   * @param port where the server listens
   * @param headers further header lines, for example a session's
   * @param message the body
   */
  CallRequest(int port, List<String> headers, byte[] message) {
    this.port = port;
    this.headers = List.copyOf(headers);
    this.message = message;
  }

  /** The request of somebody with this token. */
  byte[] with(Optional<String> token) {
    StringBuilder head =
        new StringBuilder(
            """
            POST /mcp HTTP/1.1
            Host: localhost:%d
            Content-Type: application/json
            Accept: application/json, text/event-stream
            Content-Length: %d
            """
                .formatted(port, message.length));
    token.ifPresent(text -> head.append("Authorization: Bearer ").append(text).append('\n'));
    headers.forEach(line -> head.append(line).append('\n'));
    head.append('\n');
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(message);
    return request.toByteArray();
  }
}
