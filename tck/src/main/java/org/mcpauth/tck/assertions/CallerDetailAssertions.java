// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * What else a tool knows of its caller, and where: at the resource with such tools, if the profile
 * names one.
 */
public interface CallerDetailAssertions extends ServerTest {

  /** Checks a claim. */
  @Extended
  @Assertion(
      id = "claim-is-of-the-caller",
      strategy =
          "A tool that tells a claim of its caller's token, called by several subjects in turn,"
              + " tells that of the token of each call, and none if that token has none, or has it"
              + " as something else than text")
  default void claimIsOfTheCaller(McpServer server) {
    McpServer detailed = server.at(Feature.CALLER_DETAILS);
    TokenDraft draft = detailed.tokens().draft();
    String alice = draft.subject("tck-alice").claim("email", "alice@claims.example").mint();
    String bob = draft.subject("tck-bob").claim("email", "bob@claims.example").mint();
    String nobody = draft.subject("tck-carol").mint();
    String strange = draft.subject("tck-dave").claim("email", List.of("a@b.example")).mint();
    McpServer ofAlice = detailed.inSessionOf(alice);
    assertTold("alice@claims.example", ofAlice.send(Operation.EMAIL, alice));
    assertTold("bob@claims.example", detailed.inSessionOf(bob).send(Operation.EMAIL, bob));
    assertTold("", detailed.inSessionOf(nobody).send(Operation.EMAIL, nobody));
    assertTold("", detailed.inSessionOf(strange).send(Operation.EMAIL, strange));
    assertTold("alice@claims.example", ofAlice.send(Operation.EMAIL, alice));
  }

  /** Checks what comes from the issuer. */
  @Extended
  @Assertion(
      id = "user-info-is-of-the-caller",
      strategy =
          "A tool that tells the e-mail address that the issuer knows of its caller, called by"
              + " several subjects in turn, tells that of the subject of each call, whatever the"
              + " token says")
  default void userInfoIsOfTheCaller(McpServer server) {
    McpServer detailed = server.at(Feature.CALLER_DETAILS);
    TokenDraft draft = detailed.tokens().draft();
    for (String subject : List.of("tck-alice", "tck-bob", "tck-alice")) {
      TokenDraft own = draft.subject(subject);
      for (String token : List.of(own.mint(), own.claim("email", "m@claims.example").mint())) {
        assertTold(
            subject + "@users.example",
            detailed.inSessionOf(token).send(Operation.USER_EMAIL, token));
      }
    }
  }

  private static void assertTold(String text, Reply reply) {
    assertThat(reply.isSuccess()).as("%s", reply).isTrue();
    assertThat(reply.toolText()).as("%s", reply).contains(text);
  }

  /** Checks threads that work for one caller after the other. */
  @Extended
  @Assertion(
      id = "callers-on-other-threads-are-not-mixed-up",
      strategy =
          "A tool that looks for its caller on another thread, called 400 times by 16 clients at"
              + " once with tokens of 8 subjects, names the sub of the token of each call")
  default void callersOnOtherThreadsAreNotMixedUp(McpServer server) throws InterruptedException {
    ParallelCaller.assertNotMixedUp(server.at(Feature.CALLER_DETAILS), Operation.CALLER_ELSEWHERE);
  }
}
