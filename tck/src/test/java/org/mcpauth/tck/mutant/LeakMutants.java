// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;

/** Who says what it was shown. */
final class LeakMutants {

  private static final Predicate<String> JWT = token -> token.startsWith("ey");

  private LeakMutants() {}

  static List<Mutant> all() {
    return leaks();
  }

  private static List<Mutant> leaks() {
    return List.of(
        leak("shows the token in the body", token -> true, token -> token),
        leak(
            "shows the beginning of a payload",
            JWT,
            token -> token.split("\\.", -1)[1].replaceAll("(.{30}).*", "$1")),
        leak("shows the end of a token", JWT, token -> token.substring(token.length() - 30)),
        leak(
            "shows what a token says",
            JWT,
            token -> String.valueOf(Keys.json(token.split("\\.", -1)[1]))),
        leak("shows what is no JWT", JWT.negate(), token -> token),
        leak("shows an expired token", LeakMutants::isExpired, token -> token));
  }

  private static boolean isExpired(String token) {
    return JWT.test(token)
        && Keys.json(token.split("\\.", -1)[1]).get("exp") instanceof Number exp
        && exp.longValue() < System.currentTimeMillis() / 1000;
  }

  private static Mutant leak(String fault, Predicate<String> which, UnaryOperator<String> shown) {
    return new Mutant(
        "token-does-not-come-back",
        fault,
        (endpoint, issuer) ->
            new Rules(endpoint, issuer) {
              @Override
              public Answer answer(Request request) {
                Answer answer = super.answer(request);
                String token =
                    request.header("Authorization").orElse("").replaceFirst("^Bearer +", "");
                boolean shows = answer.status() == 401 && token.length() > 40 && which.test(token);
                return shows ? answer.with("X-Detail", shown.apply(token)) : answer;
              }
            });
  }
}
