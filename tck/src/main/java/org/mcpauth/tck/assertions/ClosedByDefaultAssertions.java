// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * That whoever forgets to say what an operation needs has closed it: at the resource where it is
 * so, if the profile names one.
 */
public interface ClosedByDefaultAssertions extends ServerTest {

  /** Checks what nothing is said about. */
  @Extended
  @Assertion(
      id = "unmentioned-operation-is-403",
      strategy =
          "A tool that nothing is said about, and one that there is not, answer 403 without a"
              + " challenge to ask for a scope, to tokens with every scope and with none; tools that"
              + " something is said about, and lists, answer them as ever")
  default void unmentionedOperationIs403(McpServer server) {
    McpServer closed = server.at(Feature.CLOSED_BY_DEFAULT);
    List<String> scopes = new ArrayList<>(IssuedTokens.fullScopes());
    scopes.add(Operation.ADMIN);
    for (String token :
        List.of(
            closed.tokens().low(), closed.tokens().full(), closed.tokens().withScopes(scopes))) {
      Reply usual = closed.send(Operation.CALLER, token);
      BlockedError.unless(usual.isSuccess(), "what is said to need a token must take one", usual);
      Refusals.assertForbidden("unmentioned", closed.send(Operation.UNMENTIONED, token));
      Refusals.assertForbidden("unknown", closed.send(Operation.UNKNOWN_TOOL, token));
      Reply list = closed.send(Operation.of("tools/list"), token);
      assertThat(list.isSuccess()).as("%s", list).isTrue();
    }
    Reply scoped = closed.send(Operation.SIMPLE_TEXT, closed.tokens().full());
    assertThat(scoped.isSuccess()).as("%s", scoped).isTrue();
  }
}
