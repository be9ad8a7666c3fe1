// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.CredentialRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;

/** Who reads more into an Authorization header than there is. */
final class MalformedMutants {

  private MalformedMutants() {}

  static List<Mutant> all() {
    return Stream.of(malformed(), schemes()).flatMap(List::stream).toList();
  }

  private static List<Mutant> malformed() {
    return List.of(
        lenient("takes the first word", value -> word(value, 1)),
        lenient("takes the last word", value -> value.substring(value.lastIndexOf(' ') + 1)),
        lenient("takes what is before the comma", value -> word(value.split(",", 2)[0], 1)),
        lenient("strips quotes", value -> word(value, 1).replace("\"", "")),
        lenient("knows a parameter", value -> word(value, 1).replaceAll("token=|\"", "")),
        lenient("takes every character", value -> word(value, 1)),
        malformed("takes a token without a scheme", value -> value.startsWith("ey") ? value : ""),
        malformed(
            "needs no space", value -> value.startsWith("Bearerey") ? value.substring(6) : ""),
        malformed("takes a colon", value -> value.startsWith("Bearer:") ? value.substring(7) : ""),
        failing("no token", value -> value.equals("Bearer")),
        failing("nothing", String::isEmpty),
        failing("odd characters", value -> value.contains("%")));
  }

  private static String word(String value, int at) {
    String[] words = value.split(" +", -1);
    return words.length > at ? words[at] : "";
  }

  private static Mutant lenient(String fault, Function<String, String> parse) {
    return CredentialMutants.of(
        "malformed-credentials-are-refused",
        fault,
        new CredentialRules() {
          @Override
          public Optional<String> parsed(String value) {
            return Optional.of(parse.apply(value)).filter(token -> !token.isEmpty());
          }
        });
  }

  private static Mutant malformed(String fault, Function<String, String> parse) {
    return CredentialMutants.of(
        "malformed-credentials-are-refused",
        fault,
        new CredentialRules() {
          @Override
          public Optional<String> elsewhere(Request request) {
            return request.header("Authorization").map(parse).filter(token -> !token.isEmpty());
          }
        });
  }

  private static Mutant failing(String what, Predicate<String> value) {
    return CredentialMutants.fails(
        "malformed-credentials-are-refused", "fails over " + what, value);
  }

  private static List<Mutant> schemes() {
    String id = "other-scheme-is-challenged";
    return List.of(
        scheme("Token"),
        scheme("JWT"),
        scheme("Basic"),
        scheme("BearerX"),
        scheme("X-Bearer"),
        scheme("OAuth"),
        CredentialMutants.fails(id, "fails over Basic", value -> value.startsWith("Basic dXNl")),
        CredentialMutants.fails(id, "fails over Negotiate", value -> value.startsWith("Negotiate")),
        CredentialMutants.fails(id, "fails over Digest", value -> value.startsWith("Digest")),
        CredentialMutants.of(
            id,
            "says nothing to other schemes",
            new CredentialRules() {
              @Override
              public Optional<String> elsewhere(Request request) {
                return Optional.empty();
              }

              @Override
              public String token(Request request, ChallengeRules challenges) throws Refusal {
                if (request
                    .header("Authorization")
                    .filter(v -> !isBearer(v) && v.contains(" "))
                    .isPresent()) {
                  throw new Refusal(Answer.of(401));
                }
                return super.token(request, challenges);
              }
            }));
  }

  private static Mutant scheme(String name) {
    return CredentialMutants.of(
        "other-scheme-is-challenged",
        "takes " + name + " for Bearer",
        new CredentialRules() {
          @Override
          public Optional<String> elsewhere(Request request) {
            return request
                .header("Authorization")
                .filter(value -> value.startsWith(name + " ey"))
                .map(value -> word(value, 1));
          }
        });
  }
}
