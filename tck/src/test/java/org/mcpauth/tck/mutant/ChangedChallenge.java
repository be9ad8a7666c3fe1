// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Request;

/** Mutants whose challenges are wrong, but only those of one kind. */
final class ChangedChallenge {

  private ChangedChallenge() {}

  /** Changes the challenge to requests without any credentials. */
  static Mutant header(String assertion, String fault, UnaryOperator<String> change) {
    return withoutToken(assertion, fault, (answer, request) -> changed(answer, change));
  }

  static Answer changed(Answer answer, UnaryOperator<String> change) {
    String header = requireNonNull(answer.headers().get("WWW-Authenticate"));
    return answer.with("WWW-Authenticate", change.apply(header));
  }

  /** Changes the answer to requests without any credentials. */
  static Mutant withoutToken(
      String assertion, String fault, BiFunction<Answer, Request, Answer> change) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer credentialsMissing(Request request) {
                    Answer answer = super.credentialsMissing(request);
                    return Shortcut.isAnonymous(request) ? change.apply(answer, request) : answer;
                  }
                });
  }

  /** Changes the challenge to who has an invalid token. */
  static Mutant invalidToken(String assertion, String fault, UnaryOperator<String> change) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.challenges =
                new ChallengeRules(rules.metadata) {
                  @Override
                  public Answer invalidToken(Request request) {
                    return changed(super.invalidToken(request), change);
                  }
                });
  }
}
