// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;

/** Looks for tokens in replies. Its messages do not show the reply: it may have one. */
final class Leaks {

  /** Long enough not to be a coincidence, short enough for an abbreviated token. */
  private static final int PIECE = 24;

  /** A claim that nobody has a reason to mention. */
  private static final String MARK = "claim-that-stays-secret";

  private Leaks() {}

  /** Tokens that are refused for as many reasons as messages could be made of. */
  static List<Hostile> unacceptable(TokenDraft valid) {
    return Hostile.ofEveryKind(valid.claim("tck", MARK));
  }

  /** The header of a JWT says the same in every token: what counts begins after it. */
  static void assertSilent(String what, Reply reply, String token) {
    BlockedError.unless(!reply.isSuccess(), what + " must be refused", "status " + reply.status());
    Stream<String> headers = reply.headers().stream().map(header -> header.value());
    String said = String.join("\n", headers.toList()) + "\n" + reply.body();
    boolean found =
        said.contains(MARK)
            || IntStream.rangeClosed(token.indexOf('.') + 1, token.length() - PIECE)
                .anyMatch(at -> said.contains(token.substring(at, at + PIECE)));
    assertThat(found)
        .as("%s: the reply with status %d has a piece of the token", what, reply.status())
        .isFalse();
  }
}
