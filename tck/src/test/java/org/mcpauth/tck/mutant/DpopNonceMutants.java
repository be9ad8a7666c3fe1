// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.DpopRules;
import org.mcpauth.tck.reference.NonceRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers that want a nonce and cannot handle it. */
final class DpopNonceMutants {

  private static final String DEMANDED = "dpop-nonce-is-demanded";
  private static final String OWN = "dpop-nonce-is-of-the-server";
  private static final String NONCE = "DPoP-Nonce";

  private DpopNonceMutants() {}

  static List<Mutant> all() {
    return List.of(
        telling(
            "blames the proof for having no nonce",
            answer ->
                answer.with(
                    ChallengeRules.DPOP_LINE,
                    answer
                        .headers()
                        .getOrDefault(ChallengeRules.DPOP_LINE, "")
                        .replace("use_dpop_nonce", "invalid_dpop_proof"))),
        telling("does not give a nonce", answer -> TransportMutants.without(answer, NONCE)),
        telling("gives two nonces", answer -> answer.with("dpop-nonce", "another")),
        telling(
            "lets the nonce be cached",
            answer -> answer.with("Cache-Control", "public, max-age=60")),
        telling(
            "answers 400 to a proof without a nonce",
            answer -> new Answer(400, answer.headers(), answer.body())),
        at(DEMANDED, "wants no nonce", rules -> rules.dpop = new DpopRules(rules.endpoint)),
        taking(DEMANDED, "takes no nonce, not even its own", (nonce, value) -> false),
        taking(OWN, "takes any text", (nonce, value) -> value instanceof String),
        taking(
            OWN,
            "takes whatever is no text",
            (nonce, value) -> value instanceof String ? value.equals(nonce) : value != null),
        taking(
            OWN, "takes an empty nonce", (nonce, value) -> "".equals(value) || nonce.equals(value)),
        taking(
            OWN,
            "looks at the beginning of the nonce",
            (nonce, value) -> value instanceof String text && text.startsWith(nonce)),
        taking(
            OWN,
            "takes spaces around the nonce",
            (nonce, value) -> value instanceof String text && text.strip().equals(nonce)));
  }

  private static Mutant at(String assertion, String fault, Consumer<Rules> change) {
    return Mutant.of(assertion, fault, rules -> change.accept(rules.at(Feature.DPOP_NONCE)));
  }

  private static Mutant telling(String fault, UnaryOperator<Answer> change) {
    return at(
        DEMANDED,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer nonceNeeded(Request request, String nonce) {
                    return change.apply(super.nonceNeeded(request, nonce));
                  }
                });
  }

  /** Whether a nonce counts, when the server's own one is known. */
  private interface Comparison {
    boolean isKnown(String nonce, @Nullable Object value);
  }

  private static Mutant taking(String assertion, String fault, Comparison comparison) {
    return at(
        assertion,
        fault,
        rules ->
            rules.dpop =
                new NonceRules(rules.endpoint) {
                  @Override
                  public boolean isKnown(@Nullable Object value) {
                    return comparison.isKnown(nonce, value);
                  }
                });
  }
}
