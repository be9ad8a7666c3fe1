// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.DpopProof;
import org.mcpauth.devserver.DpopProofs;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.McpServer;

/**
 * Which DPoP proofs are believed (RFC 9449 §4.3). Refused means 401 and no result: what the
 * challenge says is checked by {@code dpop-refusal-is-challenged} alone.
 */
public interface DpopProofAssertions extends ServerTest {

  /** Checks that there is one proof (checks 1 and 2). */
  @Extended
  @Assertion(
      id = "dpop-proof-is-required",
      strategy =
          "A bound token under the scheme DPoP is refused with 401 without a proof, with an empty"
              + " one, one that is no JWT, and with two right ones, on two lines or on one")
  default void dpopProofIsRequired(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    Trial.assertRefused("no proof", caller.send());
    for (String none : List.of("", "null", "AAAA.BBBB.CCCC", "e30.e30.AAAA", caller.token())) {
      Trial.assertRefused("no proof but a header of " + none.length(), caller.send(none));
    }
    List<String> two = caller.proof().mintSeveral(2);
    Trial.assertRefused("two lines", caller.send(two.get(0), two.get(1)));
    List<String> more = caller.proof().mintSeveral(2);
    Trial.assertRefused("two on one line", caller.send(String.join(", ", more)));
    String same = caller.proof().mint();
    Trial.assertRefused("the same on two lines", caller.send(same, same));
  }

  /** Checks that nothing is missing (check 3). */
  @Extended
  @Assertion(
      id = "dpop-proof-has-every-claim",
      strategy = "A proof without jti, htm, htu, iat or ath is refused with 401")
  default void dpopProofHasEveryClaim(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    Map<String, DpopProof> wrong = new LinkedHashMap<>();
    for (String claim : List.of("jti", "htm", "htu", "iat", "ath")) {
      wrong.put("no " + claim, caller.proof().withoutClaim(claim));
    }
    caller.assertRefused(wrong);
  }

  /** Checks {@code typ} (check 4), by which a proof is told from any other JWT of the client. */
  @Extended
  @Assertion(
      id = "dpop-proof-has-its-type",
      strategy = "A proof whose typ is not dpop+jwt, or that has none, is refused with 401")
  default void dpopProofHasItsType(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    Map<String, DpopProof> wrong = new LinkedHashMap<>();
    wrong.put("no typ", caller.proof().withoutHeader("typ"));
    for (String type : List.of("JWT", "at+jwt", "not-dpop+jwt", "dpop", "")) {
      wrong.put("typ is \"" + type + "\"", caller.proof().type(type));
    }
    caller.assertRefused(wrong);
  }

  /** Checks the signature (checks 5 and 6). */
  @Extended
  @Assertion(
      id = "dpop-proof-is-signed",
      strategy =
          "A proof without a signature, with a MAC, signed by another key than it shows, with a"
              + " wrong signature, or that shows no key is refused with 401")
  default void dpopProofIsSigned(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    DpopProof proof = caller.proof();
    caller.assertRefused(
        Map.of(
            "alg none", proof.algNone(),
            "alg none under a signature", proof.header("alg", "none"),
            "a MAC with the public key", proof.hs256(),
            "another key than it shows", proof.foreignKey(),
            "a bit of the signature", proof.tamperedSignature(),
            "no jwk", proof.withoutHeader("jwk"),
            "a jwk that is a text", proof.header("jwk", "key"),
            "a jwk of nothing", proof.header("jwk", Map.of())));
  }

  /** Checks that a key that everybody saw proves nothing (check 7). */
  @Extended
  @Assertion(
      id = "dpop-proof-shows-no-private-key",
      strategy = "A proof with a private key in jwk, otherwise right, is refused with 401")
  default void dpopProofShowsNoPrivateKey(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    caller.assertRefused(Map.of("a private key", caller.proof().privateKeyShown()));
  }

  /** Checks {@code htm} and {@code htu} (checks 8 and 9). */
  @Extended
  @Assertion(
      id = "dpop-proof-is-for-this-request",
      strategy =
          "A proof whose htm is another method, or whose htu is another path, host, port or scheme,"
              + " is refused with 401")
  default void dpopProofIsForThisRequest(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    String own = server.endpoint().toString();
    Map<String, DpopProof> wrong = new LinkedHashMap<>();
    for (String method : List.of("GET", "post", "", "POST ")) {
      wrong.put("htm is \"" + method + "\"", caller.proof().claim("htm", method));
    }
    for (String uri :
        List.of(
            own + "/more",
            own.substring(0, own.length() - 1),
            server.endpoint().resolve("/").toString(),
            "https://evil.example" + server.endpoint().getRawPath(),
            "https://evil.example/?" + own,
            server.endpoint().getRawPath(),
            "*",
            "")) {
      wrong.put("htu is \"" + uri + "\"", caller.proof().claim("htu", uri));
    }
    caller.assertRefused(wrong);
  }

  /** Checks {@code iat} (check 11); an hour is beyond any leeway. */
  @Extended
  @Assertion(
      id = "dpop-proof-is-fresh",
      strategy =
          "A proof that was made an hour ago, or will be in an hour, or whose iat is no time, is"
              + " refused with 401")
  default void dpopProofIsFresh(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    DpopProof proof = caller.proof();
    caller.assertRefused(
        Map.of(
            "an hour ago", proof.issuedAfter(Duration.ofHours(-1)),
            "in an hour", proof.issuedAfter(Duration.ofHours(1)),
            "in 1970", proof.claim("iat", 0),
            "iat is a word", proof.claim("iat", "now")));
  }

  /** Checks {@code ath} (check 12a). */
  @Extended
  @Assertion(
      id = "dpop-proof-is-for-this-token",
      strategy =
          "A proof whose ath is that of another token of the same key, or no hash of the token, is"
              + " refused with 401")
  default void dpopProofIsForThisToken(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    String other = BoundCaller.bound(server.tokens().draft(), caller.key()).mint();
    DpopProof proof = caller.proof();
    caller.assertRefused(
        Map.of(
            "another token", proof.accessToken(other),
            "the token itself", proof.claim("ath", caller.token()),
            "nothing", proof.claim("ath", "")));
  }

  /** Checks whose key it is (check 12b). */
  @Extended
  @Assertion(
      id = "dpop-proof-is-of-the-bound-key",
      strategy =
          "A right proof of another key than the token is bound to is refused with 401, whatever"
              + " was accepted before")
  default void dpopProofIsOfTheBoundKey(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    BoundCaller thief = BoundCaller.accepted(server);
    DpopProofs stranger = DpopProofs.withNewKey(caller.offer().algorithm());
    caller.assertRefused(
        Map.of(
            "a key that nobody knows", caller.proof(stranger, caller.token()),
            "the key of another caller", caller.proof(thief.key(), caller.token())));
  }
}
