// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Scopes;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Messages beyond reason end quickly, and the server lives on. */
public interface LimitAssertions extends ServerTest {

  /** Checks the size. */
  @Scopes
  @Assertion(
      id = "huge-message-is-refused",
      strategy =
          "A message of 10 MB is answered 4xx or the connection is closed, and the next message is"
              + " answered as ever")
  default void hugeMessageIsRefused(McpServer server) {
    assertRefused(
        server,
        Map.of(
            "a long text",
            filled(server, "\"pad\":\"", "x".repeat(10_000), 1_000, "\""),
            "a long list",
            filled(server, "\"pad\":[", "1,".repeat(5_000), 1_000, "1]"),
            "a lot of space",
            filled(server, "", " ".repeat(10_000), 1_000, "")));
  }

  /** Checks the depth. */
  @Scopes
  @Assertion(
      id = "deep-message-is-refused",
      strategy =
          "A message of 10,000 levels is answered 4xx or the connection is closed, and the next"
              + " message is answered as ever")
  default void deepMessageIsRefused(McpServer server) {
    assertRefused(
        server,
        Map.of(
            "lists",
            filled(server, "\"deep\":", "[", 10_000, "]".repeat(10_000)),
            "objects",
            filled(server, "\"deep\":", "{\"a\":", 10_000, "1" + "}".repeat(10_000))));
  }

  private static void assertRefused(McpServer server, Map<String, Body> bodies) {
    HttpCall usual = server.call(Operation.SIMPLE_TEXT).bearer(server.tokens().full());
    Trial.requireAccepted(server);
    bodies.forEach(
        (variant, body) -> {
          Reply reply =
              server.send(new HttpCall(usual.method(), usual.target(), usual.headers(), body));
          if (reply.status() != Reply.CLOSED) {
            assertThat(reply.status()).as("%s: %s", variant, reply).isBetween(400, 499);
          }
          Trial.assertStillAnswers(server, variant);
        });
  }

  /** A message with a filling inside of the arguments. */
  private static Body filled(
      McpServer server, String start, String filling, int times, String end) {
    String message = server.message(Operation.SIMPLE_TEXT, false).toString();
    String opening = "\"arguments\":{";
    int at = message.indexOf(opening) + opening.length();
    return Body.filled(
        message.substring(0, at) + start, filling, times, end + message.substring(at));
  }
}
