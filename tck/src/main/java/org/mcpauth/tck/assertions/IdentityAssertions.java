// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Who a tool believes to be called by. Needs the tool {@code test_caller} of the contract. */
public interface IdentityAssertions extends ServerTest {

  /** Checks that the tool sees the subject of the token of its call. */
  @Core
  @Assertion(
      id = "caller-is-the-subject",
      strategy =
          "The tool test_caller, called by several subjects in turn, names the sub of the token of"
              + " each call, whatever other claims and earlier calls say")
  default void callerIsTheSubject(McpServer server) {
    Trial.requireAccepted(server);
    TokenDraft draft = server.tokens().draft();
    TokenDraft named =
        draft
            .claim("preferred_username", "tck-mallory")
            .claim("username", "tck-mallory")
            .claim("upn", "tck-mallory")
            .claim("email", "tck-mallory@example.com")
            .claim("name", "Mallory")
            .actor("tck-mallory");
    String alice = draft.subject("tck-alice").mint();
    String bob = draft.subject("tck-bob").mint();
    String carol = named.subject("tck-carol").clientId("tck-mallory").mint();
    McpServer aliceServer = server.inSessionOf(alice);
    assertCaller(aliceServer.send(Operation.CALLER, alice), "tck-alice");
    assertCaller(server.inSessionOf(bob).send(Operation.CALLER, bob), "tck-bob");
    assertCaller(server.inSessionOf(carol).send(Operation.CALLER, carol), "tck-carol");
    assertCaller(aliceServer.send(Operation.CALLER, alice), "tck-alice");
    assertNobodyElse(
        "in the session of another", aliceServer.send(Operation.CALLER, bob), "tck-bob");
  }

  private static void assertCaller(Reply reply, String subject) {
    assertThat(reply.isSuccess())
        .as("test_caller of the fixture contract has to answer: %s", reply)
        .isTrue();
    assertThat(reply.toolText()).as("%s", reply).contains(subject);
  }

  /** A server may refuse what it finds strange, but not take the caller for somebody else. */
  private static void assertNobodyElse(String what, Reply reply, String subject) {
    assertThat(reply.status()).as("%s: %s", what, reply).isLessThan(500);
    if (reply.isSuccess()) {
      assertThat(reply.toolText()).as("%s: %s", what, reply).contains(subject);
    }
  }

  /** Checks that nothing beside the token says who calls. */
  @Core
  @Assertion(
      id = "client-cannot-name-the-caller",
      strategy =
          "The tool test_caller names the sub of the token although headers, cookies, the query,"
              + " _meta, arguments or the client's description of itself name somebody else")
  default void clientCannotNameTheCaller(McpServer server) {
    String token = server.tokens().draft().subject("tck-alice").mint();
    McpServer own = server.inSessionOf(token);
    Reply plain = own.send(Operation.CALLER, token);
    BlockedError.unless(
        plain.toolText().equals(Optional.of("tck-alice")), "test_caller must name the sub", plain);
    new ClaimedCallers(own)
        .calls()
        .forEach((what, call) -> assertNobodyElse(what, own.send(call.bearer(token)), "tck-alice"));
  }

  /** Checks that calls that run at the same time do not share what they know of their caller. */
  @Core
  @Assertion(
      id = "parallel-callers-are-not-mixed-up",
      strategy =
          "The tool test_caller, called 400 times by 16 clients at once with tokens of 8 subjects,"
              + " names the sub of the token of each call")
  default void parallelCallersAreNotMixedUp(McpServer server) throws InterruptedException {
    ParallelCaller.assertNotMixedUp(server, Operation.CALLER);
  }
}
