// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.NotOfferedException;
import org.mcpauth.tck.server.Operation;

/**
 * Whose a session is, in the revisions that have them: at the endpoint that the profile names for
 * it, or else at the usual one if it issues ids.
 */
public interface SessionAssertions extends ServerTest {

  /** Checks that a stolen id is worth nothing. */
  @Core
  @Assertion(
      id = "session-of-another-is-refused",
      strategy =
          "In a session that one user opened, the valid token of another user of the same client is"
              + " refused with 4xx for POST, GET and DELETE, after which the session still works"
              + " for the one who opened it")
  default void sessionOfAnotherIsRefused(McpServer server) {
    TokenDraft draft = server.atOrHere(Feature.SESSIONS).tokens().draft();
    String alice = draft.subject("tck-alice").mint();
    String bob = draft.subject("tck-bob").mint();
    McpServer session = opened(server, alice);
    McpServer other = opened(server, bob);
    requireAccepted(session.send(Trial.ASKED, alice));
    requireAccepted(other.send(Trial.ASKED, bob));
    HttpCall call = session.call(Trial.ASKED);
    for (HttpCall stolen : List.of(call, bare(call, "GET"), bare(call, "DELETE"))) {
      Trial.assertNotAccepted("the token of another", session.send(stolen.bearer(bob)));
    }
    Reply reply = session.send(Trial.ASKED, alice);
    assertThat(reply.isSuccess()).as("success after attempts of another: %s", reply).isTrue();
  }

  private static HttpCall bare(HttpCall call, String method) {
    return call.method(method)
        .body(new byte[0])
        .without("Content-Type")
        .with("Accept", "text/event-stream");
  }

  /** Checks that a session is bound to who opened it and not to the token. */
  @Core
  @Assertion(
      id = "session-outlives-its-token",
      strategy =
          "In a session that a user opened with a token of the baseline, another token of that user"
              + " with more scopes is accepted, and so is the next one")
  default void sessionOutlivesItsToken(McpServer server) {
    McpServer issuing = server.atOrHere(Feature.SESSIONS);
    McpServer session = opened(server, issuing.tokens().low());
    for (int i = 0; i < 2; i++) {
      Reply reply = session.send(Trial.ASKED, issuing.tokens().full());
      assertThat(reply.isSuccess()).as("token %d: %s", i + 1, reply).isTrue();
    }
  }

  /** Checks ids as far as can be seen from outside. */
  @Core
  @Assertion(
      id = "session-id-cannot-be-guessed",
      strategy =
          "The ids of 64 sessions of one user are all different, are visible ASCII of 128 bits or"
              + " more by their length and alphabet, and vary by 64 bits or more, position by"
              + " position")
  default void sessionIdCannotBeGuessed(McpServer server) {
    String token = server.atOrHere(Feature.SESSIONS).tokens().full();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < SessionIds.SAMPLES; i++) {
      ids.add(id(opened(server, token)));
    }
    assertThat(ids).as("ids of sessions").doesNotHaveDuplicates().allMatch(SessionIds::isVisible);
    assertThat(SessionIds.bitsByLength(ids)).as("bits by length: %s", ids).isGreaterThan(127);
    assertThat(SessionIds.bitsByChange(ids)).as("bits that vary: %s", ids).isGreaterThan(63);
  }

  /** In a session of its own. */
  private static McpServer opened(McpServer server, String token) {
    McpServer session = server.atOrHere(Feature.SESSIONS).inSessionOf(token);
    if (session.call(Operation.of("ping")).header(SessionIds.HEADER).isEmpty()) {
      throw new NotOfferedException("initialize is answered without " + SessionIds.HEADER);
    }
    return session;
  }

  private static String id(McpServer session) {
    return session.call(Operation.of("ping")).header(SessionIds.HEADER).orElseThrow();
  }

  private static void requireAccepted(Reply reply) {
    BlockedError.unless(reply.isSuccess(), "a session must work for who opened it", reply);
  }
}
