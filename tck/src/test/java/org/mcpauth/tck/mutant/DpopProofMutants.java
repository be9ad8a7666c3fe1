// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.DpopRules;
import org.mcpauth.tck.reference.Request;

/** What must be caught of servers that believe in wrong proofs. */
final class DpopProofMutants {

  private static final String REQUIRED = "dpop-proof-is-required";
  private static final String CLAIMS = "dpop-proof-has-every-claim";
  private static final String SIGNED = "dpop-proof-is-signed";
  private static final String REQUEST = "dpop-proof-is-for-this-request";
  private static final String FRESH = "dpop-proof-is-fresh";
  private static final String ONCE = "dpop-proof-is-good-once";

  private DpopProofMutants() {}

  static List<Mutant> all() {
    return Stream.of(headers(), claims(), signatures(), requests(), times(), keys(), replays())
        .flatMap(mutants -> mutants)
        .toList();
  }

  private static Stream<Mutant> headers() {
    return Stream.of(
        DpopMutants.of(
            REQUIRED,
            "reads the first of several proofs",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public Optional<String> header(Request request) {
                    return request.header("DPoP").map(line -> line.split(",", 2)[0]);
                  }
                }),
        DpopMutants.of(
            REQUIRED,
            "takes a bound token without a proof",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public void verify(Request request, String token, Caller caller)
                      throws InvalidProofException {
                    if (request.header("DPoP").isPresent()) {
                      super.verify(request, token, caller);
                    }
                  }
                }),
        DpopMutants.of(
            "dpop-proof-has-its-type",
            "takes any typ",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isTyped(Map<String, Object> header) {
                    return true;
                  }
                }));
  }

  private static Stream<Mutant> claims() {
    return Stream.of("jti", "htm", "htu", "ath")
        .map(
            claim ->
                DpopMutants.of(
                    CLAIMS,
                    "takes a proof without " + claim,
                    rules ->
                        new DpopRules(rules.endpoint) {
                          @Override
                          public List<String> missing(Map<String, Object> claims) {
                            return super.missing(claims).stream()
                                .filter(missing -> !missing.equals(claim))
                                .toList();
                          }
                        }));
  }

  private static Stream<Mutant> signatures() {
    return Stream.of(
        DpopMutants.of(
            SIGNED,
            "verifies nothing",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isSigned(Proof proof) {
                    return true;
                  }
                }),
        DpopMutants.of(
            SIGNED,
            "takes alg none",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isSigned(Proof proof) {
                    return "none".equals(proof.header().get("alg")) || super.isSigned(proof);
                  }
                }),
        DpopMutants.of(
            SIGNED,
            "takes a MAC",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isSigned(Proof proof) {
                    return "HS256".equals(proof.header().get("alg")) || super.isSigned(proof);
                  }
                }),
        DpopMutants.of(
            "dpop-proof-shows-no-private-key",
            "takes a private key",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isPublic(JWK key) {
                    return true;
                  }
                }));
  }

  private static Stream<Mutant> requests() {
    return Stream.of(
        DpopMutants.of(
            REQUEST,
            "does not look at htm",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isForMethod(Map<String, Object> claims, Request request) {
                    return true;
                  }
                }),
        DpopMutants.of(
            REQUEST,
            "does not look at htu",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isForUri(Map<String, Object> claims) {
                    return true;
                  }
                }),
        DpopMutants.of(
            REQUEST,
            "looks at the path of htu only",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isForUri(Map<String, Object> claims) {
                    return String.valueOf(claims.getOrDefault("htu", endpoint))
                        .endsWith(endpoint.getRawPath());
                  }
                }));
  }

  private static Stream<Mutant> times() {
    return Stream.of(
        DpopMutants.of(
            FRESH,
            "takes proofs of any age",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isFresh(Object issuedAt) {
                    return issuedAt instanceof Number seconds && age(seconds.longValue()) > -300;
                  }
                }),
        DpopMutants.of(
            FRESH,
            "takes proofs of the future",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isFresh(Object issuedAt) {
                    return issuedAt instanceof Number seconds && age(seconds.longValue()) < 300;
                  }
                }));
  }

  private static Stream<Mutant> keys() {
    return Stream.of(
        DpopMutants.of(
            "dpop-proof-is-for-this-token",
            "does not look at ath",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isForToken(Map<String, Object> claims, String token) {
                    return true;
                  }
                }),
        DpopMutants.of(
            "dpop-proof-is-of-the-bound-key",
            "takes the proof of any key",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isOf(Proof proof, Caller caller) {
                    return true;
                  }
                }),
        DpopMutants.of(
            "dpop-proof-is-of-the-bound-key",
            "takes the proof of any key that some token is bound to",
            rules ->
                new DpopRules(rules.endpoint) {
                  private final Set<String> known = ConcurrentHashMap.newKeySet();

                  @Override
                  public boolean isOf(Proof proof, Caller caller) {
                    caller.key().ifPresent(known::add);
                    return thumbprint(proof).filter(known::contains).isPresent();
                  }
                }));
  }

  private static Stream<Mutant> replays() {
    return Stream.of(
        DpopMutants.of(
            ONCE,
            "takes a proof again and again",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isFirst(Map<String, Object> claims) {
                    return true;
                  }
                }),
        DpopMutants.of(
            ONCE,
            "remembers the last proof only",
            rules ->
                new DpopRules(rules.endpoint) {
                  private volatile Object last = "";

                  @Override
                  public boolean isFirst(Map<String, Object> claims) {
                    Object id = claims.getOrDefault("jti", "");
                    boolean first = !id.equals(last);
                    last = id;
                    return first;
                  }
                }));
  }
}
