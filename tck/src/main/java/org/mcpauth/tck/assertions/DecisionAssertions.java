// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * That what is decided can be seen: at the resource with a tool that counts, if the profile names
 * one.
 */
public interface DecisionAssertions extends ServerTest {

  /** Checks that every refusal counts, and every permission. */
  @Extended
  @Assertion(
      id = "every-decision-is-told",
      strategy =
          "The application is told of each request that is let in and of each that is refused: one"
              + " with every scope, without a token, with a bad one, with too few scopes, and with a"
              + " message that is none, of which four are refused")
  default void everyDecisionIsTold(McpServer server) {
    McpServer watched = server.at(Feature.DECISIONS);
    Trial.requireAccepted(watched);
    Count first = Count.of(watched);
    Count before = Count.of(watched);
    watched.send(watched.call(Trial.ASKED));
    watched.send(Trial.ASKED, Refusals.INVALID_TOKEN);
    watched.send(Trial.ASKED, watched.tokens().low());
    watched.send(Trial.call(watched).body("{}").bearer(watched.tokens().full()));
    watched.send(Trial.ASKED, watched.tokens().full());
    Count after = Count.of(watched);
    assertThat(after.refused() - before.refused()).as("refused").isEqualTo(4);
    long asking = before.permitted() - first.permitted();
    assertThat(asking).as("to ask is a request too").isEqualTo(1);
    assertThat(after.permitted() - before.permitted()).as("let in").isEqualTo(1 + asking);
    assertThat(before.refused() - first.refused()).as("refused in between").isZero();
  }

  /**
   * What the application was told.
   *
   * @param permitted how many requests were let in
   * @param refused how many were not
   */
  record Count(long permitted, long refused) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}) (\\d{1,9})");

    static Count of(McpServer server) {
      Reply reply = server.send(Operation.DECISIONS, server.tokens().low());
      Matcher numbers = TEXT.matcher(reply.toolText().orElse(""));
      BlockedError.unless(
          reply.isSuccess() && numbers.matches(), "test_decisions must tell two numbers", reply);
      return new Count(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
    }
  }
}
