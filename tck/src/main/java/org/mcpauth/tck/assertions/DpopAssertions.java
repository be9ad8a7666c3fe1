// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mcpauth.devserver.DpopProof;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;

/**
 * What comes of tokens that are bound to a key (RFC 9449 §7), at a server that says in its metadata
 * or in its challenge that it takes them.
 */
public interface DpopAssertions extends ServerTest {

  /** Checks that the server is there for those who prove that the token is theirs. */
  @Extended
  @Assertion(
      id = "dpop-bound-token-is-accepted",
      strategy =
          "A tool call with a token that is bound to a key, under the scheme DPoP in any case, and"
              + " a new proof of that key succeeds, more than once and for another token of the"
              + " same key")
  default void dpopBoundTokenIsAccepted(McpServer server) {
    Trial.requireAccepted(server);
    BoundCaller caller = BoundCaller.of(server);
    for (int i = 0; i < 2; i++) {
      assertAccepted("time " + (i + 1), caller.send(caller.proof().mint()));
    }
    for (String scheme : List.of("dpop", "DPOP")) {
      List<String> proof = List.of(caller.proof().mint());
      String credentials = scheme + " " + caller.token();
      assertAccepted(
          scheme, server.send(BoundCaller.withProofs(Trial.call(server), credentials, proof)));
    }
    String another = BoundCaller.bound(server.tokens().draft(), caller.key()).mint();
    String proof = caller.proof(caller.key(), another).mint();
    assertAccepted("another token of the key", caller.send(another, List.of(proof)));
  }

  private static void assertAccepted(String what, Reply reply) {
    assertThat(reply.isSuccess()).as("%s: %s", what, reply).isTrue();
  }

  /** Checks that a stolen token is of no use. */
  @Extended
  @Assertion(
      id = "dpop-bound-token-is-no-bearer-token",
      strategy =
          "A token that is bound to a key is refused with 401 under the scheme Bearer, with its"
              + " proof and without one, also after it was accepted under DPoP")
  default void dpopBoundTokenIsNoBearerToken(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    for (int i = 0; i < 2; i++) {
      Trial.assertRefused("no proof", server.send(Trial.ASKED, caller.token()));
      List<String> proof = List.of(caller.proof().mint());
      String bearer = "Bearer " + caller.token();
      Trial.assertRefused(
          "its proof", server.send(BoundCaller.withProofs(Trial.call(server), bearer, proof)));
      caller.requireAccepted();
    }
  }

  /** Checks that the key is that of the token, so that nobody adds a proof of his own. */
  @Extended
  @Assertion(
      id = "dpop-needs-a-bound-token",
      strategy =
          "A token that is not bound to any key, or to something that is no key, is refused with"
              + " 401 under the scheme DPoP, whatever proof comes with it")
  default void dpopNeedsABoundToken(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    TokenDraft draft = server.tokens().draft();
    Map<String, TokenDraft> unbound =
        Map.of(
            "no cnf", draft,
            "an empty cnf", draft.claim("cnf", Map.of()),
            "a cnf that is a text", draft.claim("cnf", caller.key().thumbprint()),
            "a jkt outside of cnf", draft.claim("jkt", caller.key().thumbprint()),
            "a jkt that is empty", draft.confirmation("jkt", ""));
    unbound.forEach(
        (what, wrong) -> {
          String token = wrong.mint();
          List<String> proof = List.of(caller.proof(caller.key(), token).mint());
          Trial.assertRefused(what, caller.send(token, proof));
        });
  }

  /** Checks that a binding makes no bad token good. */
  @Extended
  @Assertion(
      id = "dpop-token-is-verified",
      strategy =
          "A token that is bound to a key and bad in any other way, such as expired, is refused"
              + " with 401 under the scheme DPoP with a right proof")
  default void dpopTokenIsVerified(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    TokenDraft draft = server.tokens().draft();
    List<Hostile> bound = Hostile.ofEveryKind(BoundCaller.bound(draft, caller.key()));
    List<Hostile> bearer = Hostile.ofEveryKind(draft);
    for (int i = 0; i < bound.size(); i++) {
      Reply control = server.send(Trial.ASKED, bearer.get(i).token());
      BlockedError.unless(control.status() == 401, "such a bearer token must be refused", control);
      Trial.assertRefused(bound.get(i).what(), withProof(caller, bound.get(i).token()));
    }
  }

  private static Reply withProof(BoundCaller caller, String token) {
    return caller.send(token, List.of(caller.proof(caller.key(), token).mint()));
  }

  /** Checks that a client learns what was wrong. */
  @Extended
  @Assertion(
      id = "dpop-refusal-is-challenged",
      strategy =
          "If a proof is missing, forged or no JWT, the 401 has a DPoP challenge with"
              + " error=\"invalid_dpop_proof\"; if a bound token expired or is forged, with"
              + " error=\"invalid_token\"")
  default void dpopRefusalIsChallenged(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    // A proof of another key is left out: RFC 9449 §7.1 blames the token in its own example.
    String tampered = caller.proof().tamperedSignature().mint();
    assertError("a forged proof", "invalid_dpop_proof", caller.send(tampered));
    assertError("no JWT for a proof", "invalid_dpop_proof", caller.send("no-proof"));
    assertError("no proof", "invalid_dpop_proof", caller.send());
    TokenDraft draft = BoundCaller.bound(server.tokens().draft(), caller.key());
    assertError("an expired token", "invalid_token", withProof(caller, draft.expired().mint()));
    assertError("a forged token", "invalid_token", withProof(caller, draft.foreignKey().mint()));
  }

  /** Whether it is a 401 is for the assertions about each fault to say. */
  private static void assertError(String what, String error, Reply reply) {
    BlockedError.unless(reply.status() == 401, what + " must be refused with 401", reply);
    assertThat(DpopOffer.challenges(reply))
        .as("errors of DPoP challenges, %s: %s", what, reply)
        .extracting(challenge -> challenge.parameter("error").orElse("none"))
        .contains(error);
  }

  /** Checks that who saw a request cannot send it again. */
  @Extended
  @Assertion(
      id = "dpop-proof-is-good-once",
      strategy =
          "A proof is accepted; the same again, and another one with its jti, is refused with 401,"
              + " also after others were accepted")
  default void dpopProofIsGoodOnce(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    DpopProof proof = caller.proof().id(UUID.randomUUID().toString());
    String seen = proof.mint();
    BlockedError.unless(
        caller.send(seen).isSuccess(), "a proof with a jti of its own must be accepted", caller);
    Trial.assertRefused("the same proof", caller.send(seen));
    caller.requireAccepted();
    Trial.assertRefused("the same proof later", caller.send(seen));
    Trial.assertRefused("another proof with its jti", caller.send(proof.mint()));
  }
}
