// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.DpopProof;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.McpServer;

/**
 * That proofs of DPoP are made for this server and not in advance (RFC 9449 §9), at the resource
 * that wants nonces, if the profile names one.
 */
public interface DpopNonceAssertions extends ServerTest {

  /** Checks that a client which knows no nonce is given one and can go on. */
  @Extended
  @Assertion(
      id = "dpop-nonce-is-demanded",
      strategy =
          "A right proof without a nonce is refused with 401, a DPoP challenge with"
              + " error=\"use_dpop_nonce\" and one DPoP-Nonce, which may not be cached; a new proof"
              + " with that nonce is accepted, more than once")
  default void dpopNonceIsDemanded(McpServer server) {
    BoundCaller caller = BoundCaller.of(server.at(Feature.DPOP_NONCE));
    Reply reply = caller.send(caller.proof().withoutClaim("nonce").mint());
    Trial.assertRefused("no nonce", reply);
    assertThat(DpopOffer.challenges(reply))
        .as("errors of DPoP challenges: %s", reply)
        .extracting(challenge -> challenge.parameter("error").orElse("none"))
        .containsExactly("use_dpop_nonce");
    assertThat(reply.headers("DPoP-Nonce")).as("%s", reply).hasSize(1);
    assertThat(reply.headers("Cache-Control"))
        .as("%s", reply)
        .noneMatch(line -> line.matches("(?i).*(public|max-age=0*[1-9]).*"));
    String nonce = reply.header("DPoP-Nonce").orElseThrow();
    for (int i = 0; i < 2; i++) {
      Reply again = caller.send(caller.proof().nonce(nonce).mint());
      assertThat(again.isSuccess()).as("with the nonce, time %d: %s", i + 1, again).isTrue();
    }
  }

  /** Checks that nobody else makes a nonce. */
  @Extended
  @Assertion(
      id = "dpop-nonce-is-of-the-server",
      strategy =
          "A proof whose nonce the server did not make is refused with 401, right after its own one"
              + " was accepted: a text of nobody, an empty one, its own one with more, with less or"
              + " in a list, and one that is no text")
  default void dpopNonceIsOfTheServer(McpServer server) {
    BoundCaller caller = BoundCaller.of(server.at(Feature.DPOP_NONCE));
    String nonce = given(caller);
    Map<String, DpopProof> wrong = new LinkedHashMap<>();
    wrong.put("no nonce", caller.proof().withoutClaim("nonce"));
    wrong.put("a text of nobody", caller.proof().nonce("nonce-of-nobody"));
    wrong.put("an empty text", caller.proof().nonce(""));
    wrong.put("its own one with more", caller.proof().nonce(nonce + "0"));
    wrong.put("its own one with less", caller.proof().nonce(nonce.substring(1)));
    wrong.put("its own one behind a space", caller.proof().nonce(" " + nonce));
    wrong.put("a list", caller.proof().claim("nonce", List.of(nonce)));
    wrong.put("a number", caller.proof().claim("nonce", 0));
    wrong.put("true", caller.proof().claim("nonce", true));
    wrong.forEach(
        (what, proof) -> {
          Reply reply = caller.send(caller.proof().nonce(given(caller)).mint());
          BlockedError.unless(reply.isSuccess(), "its own nonce must be accepted", reply);
          Trial.assertRefused(what, caller.send(proof.mint()));
        });
  }

  /** A nonce may be given to who has none yet, or to whose proof has none. */
  private static String given(BoundCaller caller) {
    Reply reply = caller.send(caller.proof().withoutClaim("nonce").mint());
    BlockedError.unless(
        reply.header("DPoP-Nonce").isPresent(), "a nonce must be given to who has none", reply);
    return reply.header("DPoP-Nonce").orElseThrow();
  }
}
