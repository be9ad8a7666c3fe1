// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Bodies that are no JSON text in UTF-8. */
final class UnreadableMessages {

  private final String whole;

  UnreadableMessages(McpServer server) {
    this.whole = server.message(Operation.SIMPLE_TEXT, false).toString();
  }

  Map<String, byte[]> all() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("words", utf8("this is no JSON"));
    bodies.put("an opened object", utf8("{"));
    bodies.put("a form", utf8("method=tools%2Fcall&name=test_simple_text"));
    bodies.put("markup", utf8("<?xml version=\"1.0\"?><call/>"));
    bodies.put("half a message", utf8(whole.substring(0, whole.length() / 2)));
    bodies.put("a message without its end", utf8(whole.substring(0, whole.length() - 1)));
    bodies.put("a brace too many", utf8(whole + "}"));
    bodies.put("no value", utf8("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":}"));
    bodies.put("no UTF-8", spoilt());
    return bodies;
  }

  /** The message with a byte in its name that no character of UTF-8 has. */
  private byte[] spoilt() {
    byte[] bytes = utf8(whole.replace("test_simple_text", "test_simple_text?"));
    int at = whole.indexOf("test_simple_text") + "test_simple_text".length();
    bytes[at] = (byte) 0xFF;
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
