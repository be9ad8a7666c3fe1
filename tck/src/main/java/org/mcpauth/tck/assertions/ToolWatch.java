// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.NotCheckableException;
import org.mcpauth.tck.server.Operation;

/**
 * Sees whether the tool that needs scopes runs for a token without them: by its text, and by its
 * count of runs where there is one.
 */
final class ToolWatch {

  private final McpServer server;
  private final String low;
  private final String text;
  private final Optional<String> count;

  private ToolWatch(McpServer server, String low, String text, Optional<String> count) {
    this.server = server;
    this.low = low;
    this.text = text;
    this.count = count;
  }

  /** A watch over a tool that runs for a token with every scope. */
  static ToolWatch of(McpServer server) {
    Reply full = Trial.requireAccepted(server);
    String low = server.tokens().low();
    return new ToolWatch(server, low, full.toolText().orElse(""), count(server, low));
  }

  /** A watch over a tool that does not run when it is called plainly without the scopes. */
  static ToolWatch ofGuarded(McpServer server) {
    ToolWatch watch = of(server);
    Reply reply = server.send(Operation.SIMPLE_TEXT, watch.low);
    BlockedError.unless(
        ScopeRefusal.isRefused(reply) && watch.isIdle(reply),
        "the tool must be refused without its scopes",
        reply);
    return watch;
  }

  /** A watch over a tool whose runs are counted. */
  static ToolWatch ofCounted(McpServer server) {
    Optional<String> before = count(server, server.tokens().low());
    ToolWatch watch = of(server);
    if (watch.count.isEmpty()) {
      throw new NotCheckableException("it needs the tool test_invocations");
    }
    BlockedError.unless(!watch.count.equals(before), "every run must be counted", watch.count);
    return watch;
  }

  /** The token without scopes. */
  String low() {
    return low;
  }

  void assertIdle(String variant, Reply reply) {
    assertThat(reply.status()).as("%s: %s", variant, reply).isLessThan(500);
    assertThat(isIdle(reply)).as("the tool must not run for %s: %s", variant, reply).isTrue();
  }

  boolean isIdle(Reply reply) {
    boolean told = !text.isBlank() && reply.body().contains(text);
    return !told && count(server, low).equals(count);
  }

  private static Optional<String> count(McpServer server, String token) {
    Reply reply = server.send(Operation.INVOCATIONS, token);
    return Optional.of(reply).filter(Reply::isSuccess).flatMap(Reply::toolText);
  }
}
