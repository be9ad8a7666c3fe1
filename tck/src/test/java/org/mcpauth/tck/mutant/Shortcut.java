// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.server.IssuedTokens;

/** Mutants that answer some requests without a token before anybody asks for one. */
final class Shortcut {

  /** The answer to a request; empty if it takes the usual way. */
  interface Way {
    Optional<Answer> answer(Request request, Rules rules) throws Refusal;
  }

  private Shortcut() {}

  static boolean isAnonymous(Request request) {
    return request.header("Authorization").isEmpty();
  }

  /** Answers requests to the endpoint in a way of its own. */
  static Mutant of(String assertion, String fault, Way way) {
    return anywhere(
        assertion,
        fault,
        (request, rules) ->
            rules.transport.isEndpoint(request) ? way.answer(request, rules) : Optional.empty());
  }

  /** Answers requests to whatever path in a way of its own. */
  static Mutant anywhere(String assertion, String fault, Way way) {
    return new Mutant(
        assertion,
        fault,
        (endpoint, issuer) ->
            new Rules(endpoint, issuer) {
              @Override
              public Answer answer(Request request) {
                try {
                  Optional<Answer> answer =
                      isAnonymous(request) ? way.answer(request, this) : Optional.empty();
                  return answer.isPresent() ? answer.get() : super.answer(request);
                } catch (Refusal refusal) {
                  return refusal.answer();
                }
              }
            });
  }

  /** Does what requests of a kind ask for, although they have no token. */
  static Mutant past(String assertion, String fault, Predicate<Request> kind) {
    return anywhere(assertion, fault, (request, rules) -> done(kind.test(request), request, rules));
  }

  /** Does what messages of a kind ask for. */
  static Mutant pastFor(String assertion, String fault, Predicate<Message> kind) {
    return of(
        assertion,
        fault,
        (request, rules) -> {
          try {
            return done(kind.test(rules.messages.read(request)), request, rules);
          } catch (Refusal e) {
            return Optional.empty();
          }
        });
  }

  private static Optional<Answer> done(boolean open, Request request, Rules rules) throws Refusal {
    Caller nobody = new Caller("nobody", Set.copyOf(IssuedTokens.fullScopes()));
    return open
        ? Optional.of(rules.tools.call(rules.messages.read(request), nobody))
        : Optional.empty();
  }
}
