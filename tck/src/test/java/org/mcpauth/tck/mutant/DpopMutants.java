// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.DpopRules;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.TokenRules;

/** What must be caught of servers that take bound tokens, and challenge to that. */
final class DpopMutants {

  private static final String ACCEPTED = "dpop-bound-token-is-accepted";
  private static final String BEARER = "dpop-bound-token-is-no-bearer-token";
  private static final String BOUND = "dpop-needs-a-bound-token";
  private static final String CHALLENGED = "dpop-refusal-is-challenged";
  private static final String OFFERED = "dpop-is-offered-after-bearer";
  private static final String NAMED = "dpop-algorithms-are-in-metadata";
  private static final String MEMBER = "dpop_signing_alg_values_supported";

  private DpopMutants() {}

  static List<Mutant> all() {
    return Stream.of(tokens(), challenges(), offers(), metadata(), DpopProofMutants.all().stream())
        .flatMap(mutants -> mutants)
        .toList();
  }

  static Mutant of(String assertion, String fault, Function<Rules, DpopRules> dpop) {
    return Mutant.of(assertion, fault, rules -> rules.dpop = dpop.apply(rules));
  }

  private static Stream<Mutant> tokens() {
    return Stream.of(
        of(
            ACCEPTED,
            "knows the scheme in one spelling only",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public Optional<String> token(Request request) {
                    return super.token(request)
                        .filter(
                            token -> request.headers("Authorization").get(0).startsWith("DPoP"));
                  }
                }),
        of(
            BEARER,
            "takes a bound token for a bearer token",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isForbiddenAsBearer(Caller caller, Request request) {
                    return false;
                  }
                }),
        of(
            BEARER,
            "takes a bound token for a bearer token if there is some proof",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isForbiddenAsBearer(Caller caller, Request request) {
                    return caller.isBound() && request.header("DPoP").isEmpty();
                  }
                }),
        of(
            BOUND,
            "takes any proof for a token that is not bound",
            rules ->
                new DpopRules(rules.endpoint) {
                  @Override
                  public boolean isAllowed(Caller caller) {
                    return true;
                  }

                  @Override
                  public boolean isOf(Proof proof, Caller caller) {
                    return !caller.isBound() || super.isOf(proof, caller);
                  }
                }),
        verified());
  }

  /** Bound tokens by another way than others. */
  private static Mutant verified() {
    return Mutant.of(
        "dpop-token-is-verified",
        "does not look at the expiry of bound tokens",
        rules ->
            rules.tokens =
                new TokenRules(rules.endpoint, rules.issuer) {
                  @Override
                  public boolean isTimely(Map<String, Object> claims) {
                    return claims.containsKey("cnf") || super.isTimely(claims);
                  }
                });
  }

  private static Stream<Mutant> challenges() {
    return Stream.of(
        refusing("blames the token for a bad proof", error -> "invalid_token"),
        refusing("does not know the error of a bad proof", error -> "invalid_request"),
        Mutant.of(
            CHALLENGED,
            "has no DPoP challenge for a bad proof",
            rules ->
                rules.challenges =
                    new ChallengeRules(rules.metadata) {
                      @Override
                      public Answer invalidProof(Request request) {
                        return TransportMutants.without(super.invalidProof(request), DPOP_LINE);
                      }
                    }),
        Mutant.of(
            CHALLENGED,
            "blames the proof for a bad token",
            rules ->
                rules.challenges =
                    new ChallengeRules(rules.metadata) {
                      @Override
                      public Answer invalidBoundToken(Request request) {
                        return super.invalidProof(request);
                      }
                    }));
  }

  private static Mutant refusing(String fault, UnaryOperator<String> error) {
    return Mutant.of(
        CHALLENGED,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer invalidProof(Request request) {
                    return offeringDpop(
                        super.invalidProof(request),
                        Map.of("error", error.apply("invalid_dpop_proof")));
                  }
                });
  }

  private static Stream<Mutant> offers() {
    return Stream.of(
        offering("does not say in the challenge that it takes DPoP", line -> Optional.empty()),
        offering("has no algs", line -> Optional.of("DPoP realm=\"MCP\"")),
        offering(
            "blames who sent nothing",
            line -> Optional.of(line.replace("DPoP ", "DPoP error=\"invalid_dpop_proof\", "))),
        Mutant.of(
            OFFERED,
            "puts DPoP first",
            rules ->
                rules.challenges =
                    new ChallengeRules(rules.metadata) {
                      @Override
                      public Answer credentialsMissing(Request request) {
                        // Only where nobody looks for Bearer by its place.
                        return first(super.credentialsMissing(request));
                      }
                    }));
  }

  private static Answer first(Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        ChallengeRules.DPOP_LINE, answer.headers().getOrDefault(ChallengeRules.DPOP_LINE, ""));
    answer.headers().forEach(headers::putIfAbsent);
    return new Answer(answer.status(), headers, answer.body());
  }

  private static Mutant offering(String fault, Function<String, Optional<String>> change) {
    return Mutant.of(
        OFFERED,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer credentialsMissing(Request request) {
                    Answer answer = super.credentialsMissing(request);
                    String line = answer.headers().getOrDefault(DPOP_LINE, "");
                    return change
                        .apply(line)
                        .map(changed -> answer.with(DPOP_LINE, changed))
                        .orElseGet(() -> TransportMutants.without(answer, DPOP_LINE));
                  }
                });
  }

  private static Stream<Mutant> metadata() {
    return Stream.of(
        naming("does not name its algorithms", document -> document.remove(MEMBER)),
        naming(
            "names a symmetric algorithm",
            document -> document.add(MEMBER, Json.createArrayBuilder().add("HS256").add("ES256"))),
        naming(
            "names other algorithms than the challenge",
            document -> document.add(MEMBER, Json.createArrayBuilder().add("ES256").add("RS256"))),
        naming(
            "names an algorithm twice",
            document -> document.add(MEMBER, Json.createArrayBuilder().add("ES256").add("ES256"))));
  }

  private static Mutant naming(String fault, UnaryOperator<JsonObjectBuilder> change) {
    return Mutant.of(
        NAMED,
        fault,
        rules ->
            rules.metadata =
                new MetadataRules(rules.endpoint, rules.issuer) {
                  @Override
                  public JsonObjectBuilder document(Request request) {
                    return change.apply(super.document(request));
                  }
                });
  }
}
