// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.DecisionRules;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that keep to themselves what they decided. */
final class DecisionMutants {

  private DecisionMutants() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "every-decision-is-told",
            "tells of everything twice",
            rules ->
                rules.at(Feature.DECISIONS).decisions =
                    new DecisionRules() {
                      @Override
                      public void permit(Message message) {
                        super.permit(message);
                        super.permit(message);
                      }
                    }),
        of("tells of nothing that it refuses", answer -> false, message -> true),
        of("does not tell of requests without a token", answer -> !isPlain(answer), any -> true),
        of(
            "does not tell of bad tokens",
            answer -> answer.status() != 401 || isPlain(answer),
            any -> true),
        of("does not tell of a lack of scopes", answer -> answer.status() != 403, any -> true),
        of("does not tell of what is no message", answer -> answer.status() != 400, any -> true),
        of(
            "does not tell of what it lets in",
            answer -> true,
            message -> !message.operation().name().equals(Operation.SIMPLE_TEXT.name())));
  }

  private static boolean isPlain(Answer answer) {
    return answer.status() == 401
        && !Objects.requireNonNull(answer.headers().get("WWW-Authenticate")).contains("error=");
  }

  private static Mutant of(String fault, Predicate<Answer> refusals, Predicate<Message> others) {
    return Mutant.of(
        "every-decision-is-told",
        fault,
        rules ->
            rules.at(Feature.DECISIONS).decisions =
                new DecisionRules() {
                  @Override
                  public void refuse(Answer answer) {
                    if (refusals.test(answer)) {
                      super.refuse(answer);
                    }
                  }

                  @Override
                  public void permit(Message message) {
                    if (others.test(message)) {
                      super.permit(message);
                    }
                  }
                });
  }
}
