// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.tck.http.HttpCall;

/** Requests that no server can make sense of, each for one reason. */
final class BrokenMessages {

  private static final List<String> BODIES =
      List.of(
          "no JSON",
          "{",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{",
          "{}",
          "[]",
          "null",
          "\"text\"",
          "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"test_simple_text\"}}]",
          "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"test_simple_text\"}}",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");

  private static final byte[] NOT_UTF_8 = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

  private BrokenMessages() {}

  static List<HttpCall> of(HttpCall call) {
    return Stream.of(
            BODIES.stream().map(call::body),
            Stream.of(call.body(NOT_UTF_8), call.body(new byte[0])),
            Stream.of(
                call.with("MCP-Protocol-Version", "1999-01-01"),
                call.with("Mcp-Session-Id", "no-session"),
                call.with("Mcp-Method", "ping"),
                call.with("Mcp-Name", "test_caller"),
                call.without("MCP-Protocol-Version").without("Mcp-Method").without("Mcp-Name")))
        .flatMap(calls -> calls)
        .toList();
  }

  /** The body, of which a call itself says nothing. */
  static String describe(HttpCall call) {
    return new String(call.body().bytes(), StandardCharsets.UTF_8);
  }
}
