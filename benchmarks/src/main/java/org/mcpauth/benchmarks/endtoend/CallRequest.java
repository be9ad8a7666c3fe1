// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mcpauth.benchmarks.fixture.ToolCall;
import org.mcpauth.benchmarks.war.EchoTools;

/** HTTP requests as bytes, so that sending one costs next to nothing. */
final class CallRequest {

  /** The size of the message in bytes. */
  static final int SIZE = 1024;

  private static final byte[] MESSAGE = ToolCall.ofSize(SIZE);

  private CallRequest() {}

  /** A {@code tools/call} to a server on loopback. */
  static byte[] of(int port, Optional<String> token) {
    String head =
        """
        POST /mcp HTTP/1.1
        Host: localhost:%d
        %sContent-Type: application/json
        Accept: application/json, text/event-stream
        MCP-Protocol-Version: %s
        Mcp-Method: tools/call
        Mcp-Name: %s
        Content-Length: %d

        """
            .formatted(
                port,
                token.map(text -> "Authorization: Bearer " + text + "\n").orElse(""),
                ToolCall.REVISION,
                EchoTools.TOOL,
                MESSAGE.length);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(MESSAGE);
    return request.toByteArray();
  }
}
