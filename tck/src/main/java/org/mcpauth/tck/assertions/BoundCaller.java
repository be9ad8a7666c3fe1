// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.devserver.DpopProof;
import org.mcpauth.devserver.DpopProofs;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;

/**
 * A caller whose token is bound to a key of its own (RFC 9449).
 *
 * @param server the server under test
 * @param offer what the server said about DPoP
 * @param key the key, which proofs are made with
 * @param token bound to the key, with the scopes of what is asked for
 */
record BoundCaller(McpServer server, DpopOffer offer, DpopProofs key, String token) {

  /** A caller with a new key; not applicable where the server does not offer DPoP. */
  static BoundCaller of(McpServer server) {
    DpopOffer offer = DpopOffer.of(server);
    TokenDraft draft = server.tokens().draft();
    DpopProofs key = DpopProofs.withNewKey(offer.algorithm());
    return new BoundCaller(server, offer, key, bound(draft, key).mint());
  }

  /** The same, once the server has shown that it takes a bound token with its proof. */
  static BoundCaller accepted(McpServer server) {
    BoundCaller caller = of(server);
    caller.requireAccepted();
    return caller;
  }

  static TokenDraft bound(TokenDraft draft, DpopProofs key) {
    return draft.confirmation("jkt", key.thumbprint());
  }

  /** Refusals prove nothing of a server that refuses everything. */
  void requireAccepted() {
    Reply reply = send(proof().mint());
    BlockedError.unless(
        reply.isSuccess(), "a bound token must be accepted together with its proof", reply);
  }

  /** A right proof for a call with the token. */
  DpopProof proof() {
    return proof(key, token);
  }

  /** The same of another key, or for another token. */
  DpopProof proof(DpopProofs other, String shown) {
    DpopProof proof = other.proof("POST", server.endpoint().toString()).accessToken(shown);
    return nonce().map(proof::nonce).orElse(proof);
  }

  /** What the server wants to see again, if it wants that (RFC 9449 §9). */
  private Optional<String> nonce() {
    return offer.refusal().header("DPoP-Nonce");
  }

  /** Asks with the bound token. */
  Reply send(String... proofs) {
    return send(token, List.of(proofs));
  }

  /** Asks with some token under the scheme DPoP, and any number of proofs, a line for each. */
  Reply send(String shown, List<String> proofs) {
    return server.send(withProofs(Trial.call(server), "DPoP " + shown, proofs));
  }

  static HttpCall withProofs(HttpCall call, String credentials, List<String> proofs) {
    HttpCall all = call.with("Authorization", credentials);
    for (String proof : proofs) {
      all = all.adding("DPoP", proof);
    }
    return all;
  }

  /** Each comes right after a right proof. */
  void assertRefused(Map<String, DpopProof> wrong) {
    wrong.forEach(
        (what, proof) -> {
          requireAccepted();
          Trial.assertRefused(what, send(proof.mint()));
        });
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "a caller with a bound token";
  }
}
