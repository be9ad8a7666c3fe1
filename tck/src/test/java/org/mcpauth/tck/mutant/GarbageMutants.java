// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.CredentialRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;

/** Who refuses a token, but not as it should be told. */
final class GarbageMutants {

  private GarbageMutants() {}

  static List<Mutant> all() {
    return garbage();
  }

  private static List<Mutant> garbage() {
    String id = "garbage-token-is-challenged";
    return List.of(
        challenge(
            id,
            "has no error",
            (rules, request) -> rules.challenge(401, request, Map.of("scope", rules.baseline()))),
        challenge(
            id,
            "has another error",
            (rules, request) -> rules.challenge(401, request, Map.of("error", "invalid_request"))),
        challenge(
            id,
            "names other metadata",
            (rules, request) -> {
              Answer right = rules.challenge(401, request, Map.of("error", "invalid_token"));
              String header = right.headers().get("WWW-Authenticate");
              return right.with(
                  "WWW-Authenticate",
                  String.valueOf(header).replace("/.well-known", "/other/.well-known"));
            }),
        challenge(
            id,
            "names no metadata",
            (rules, request) ->
                Answer.of(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"")),
        unparsable("no JWT", token -> !token.contains(".")),
        unparsable("a JWT without JSON", token -> token.startsWith("AAAA.")),
        unparsable("dots", token -> token.startsWith("..")),
        unparsable("a JWE", token -> token.split("\\.", -1).length == 5),
        unparsable("a header that is no object", token -> token.startsWith("bnVsbA.")),
        Mutant.of(
            id,
            "says something else of expired tokens",
            rules -> {
              rules.challenges =
                  new ChallengeRules(rules.metadata) {
                    @Override
                    public Answer invalidToken(Request request) {
                      String token =
                          request.header("Authorization").orElse("").replaceFirst("^\\S+ +", "");
                      String[] parts = token.split("\\.", -1);
                      boolean expired =
                          parts.length == 3
                              && Keys.json(parts[1]).get("exp") instanceof Number exp
                              && exp.longValue() < System.currentTimeMillis() / 1000;
                      return expired
                          ? challenge(401, request, Map.of("error", "token_expired"))
                          : super.invalidToken(request);
                    }
                  };
            }));
  }

  private interface Refuse {
    Answer answer(ChallengeRules rules, Request request);
  }

  private static Mutant challenge(String assertion, String fault, Refuse refuse) {
    return Mutant.of(
        assertion,
        "the challenge " + fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer invalidToken(Request request) {
                    return refuse.answer(new ChallengeRules(metadata), request);
                  }
                });
  }

  /** Answers what it cannot parse as if it were its own fault. */
  private static Mutant unparsable(String what, Predicate<String> token) {
    return CredentialMutants.of(
        "garbage-token-is-challenged",
        "fails over " + what,
        new CredentialRules() {
          @Override
          public String token(Request request, ChallengeRules challenges) throws Refusal {
            String found = super.token(request, challenges);
            if (token.test(found) && found.length() < 100) {
              throw new Refusal(Answer.of(500));
            }
            return found;
          }
        });
  }
}
