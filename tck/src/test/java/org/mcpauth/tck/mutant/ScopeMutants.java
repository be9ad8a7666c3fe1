// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ScopeRules;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Operation;

/** What the scope assertions must catch. */
final class ScopeMutants {

  private ScopeMutants() {}

  static List<Mutant> all() {
    return Stream.of(
            needless("missing-scope-is-403", Operation.SIMPLE_TEXT),
            needless("missing-scope-of-resource-is-403", Operation.STATIC_TEXT),
            needless("missing-scope-of-template-is-403", Operation.TEMPLATE),
            needless("missing-scope-of-prompt-is-403", Operation.SIMPLE_PROMPT),
            refusals("missing-scope-is-403", Operation.SIMPLE_TEXT),
            refusals("missing-scope-of-resource-is-403", Operation.STATIC_TEXT),
            refusals("missing-scope-of-template-is-403", Operation.TEMPLATE),
            refusals("missing-scope-of-prompt-is-403", Operation.SIMPLE_PROMPT),
            ScopeComparisonMutants.all(),
            partial(),
            demands(),
            hierarchies(),
            ScopeChallengeMutants.all().stream(),
            RefusalMutants.all().stream())
        .flatMap(mutants -> mutants)
        .toList();
  }

  /** Does not look at the scopes, or only when there are none, or takes those of anything. */
  private static Stream<Mutant> needless(String assertion, Operation open) {
    return Stream.of(
        scopes(
            assertion, "lets everybody do " + open, (operation, caller) -> same(operation, open)),
        scopes(
            assertion,
            "takes any scope for " + open,
            (operation, caller) -> same(operation, open) && caller.scopes().size() > 2),
        scopes(
            assertion,
            "takes no scope for every scope of " + open,
            (operation, caller) -> same(operation, open) && caller.scopes().isEmpty()));
  }

  private static Stream<Mutant> refusals(String assertion, Operation refused) {
    String failure = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"isError\":true,\"content\":[]}}";
    return Stream.of(
        instead(
            assertion,
            "answers 200 with a tool error for " + refused,
            refused,
            usual ->
                new Answer(200, java.util.Map.of("Content-Type", "application/json"), failure)),
        instead(
            assertion,
            "answers 200 with a JSON-RPC error for " + refused,
            refused,
            usual -> Answer.error(200, -32603, "Internal error")),
        instead(
            assertion,
            "answers 401 for " + refused,
            refused,
            usual -> new Answer(401, usual.headers(), usual.body())),
        instead(assertion, "answers 500 for " + refused, refused, usual -> Answer.of(500)),
        instead(
            assertion,
            "answers 403 without a challenge for " + refused,
            refused,
            usual -> Answer.of(403)),
        instead(
            assertion,
            "names no error for " + refused,
            refused,
            usual ->
                usual.with(
                    "WWW-Authenticate",
                    usual
                        .headers()
                        .getOrDefault("WWW-Authenticate", "")
                        .replace("error=\"insufficient_scope\", ", ""))));
  }

  private static Mutant instead(
      String assertion, String fault, Operation refused, Function<Answer, Answer> change) {
    return ScopeChallengeMutants.answering(
        assertion,
        fault,
        (rules, refusal) ->
            same(refusal.operation(), refused) ? change.apply(refusal.usual()) : refusal.usual());
  }

  private static Stream<Mutant> partial() {
    return Stream.of(
        scopes(
            "one-of-two-scopes-is-not-enough",
            "takes either of two scopes",
            (operation, caller) -> operation.scopes().stream().anyMatch(caller.scopes()::contains)),
        scopes(
            "one-of-two-scopes-is-not-enough",
            "takes the first scope",
            (operation, caller) ->
                !operation.scopes().isEmpty()
                    && caller.scopes().contains(operation.scopes().get(0))),
        scopes(
            "one-of-two-scopes-is-not-enough",
            "takes the second scope of prompts",
            (operation, caller) ->
                same(operation, Operation.SIMPLE_PROMPT)
                    && caller.scopes().contains(operation.scopes().get(1))));
  }

  private static Stream<Mutant> demands() {
    String id = "sufficient-scope-is-accepted";
    return Stream.of(
        strict(
            id,
            "wants the baseline too",
            (operation, caller) -> caller.scopes().contains(Operation.BASELINE)),
        strict(
            id,
            "wants nothing but its own scopes",
            (operation, caller) -> !caller.scopes().contains("openid")),
        strict(
            id,
            "wants every scope for a prompt",
            (operation, caller) ->
                !same(operation, Operation.SIMPLE_PROMPT) || caller.scopes().size() != 2));
  }

  private static Mutant strict(String assertion, String fault, Decision needed) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.scopes =
                new ScopeRules() {
                  @Override
                  public boolean isEnough(Operation operation, Caller caller) {
                    return super.isEnough(operation, caller)
                        && (operation.scopes().isEmpty()
                            || caller.scopes().contains(Operation.ADMIN)
                            || needed.isEnough(operation, caller));
                  }
                });
  }

  private static Stream<Mutant> hierarchies() {
    String id = "broader-scope-implies-narrower";
    return Stream.of(
        hierarchy(id, "knows no hierarchy", Set.of()),
        hierarchy(id, "implies tools only", Set.copyOf(Operation.SIMPLE_TEXT.scopes())),
        hierarchy(
            id,
            "implies all but one",
            Set.copyOf(
                IssuedTokens.fullScopes().subList(0, IssuedTokens.fullScopes().size() - 1))));
  }

  private static Mutant hierarchy(String assertion, String fault, Set<String> implied) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.scopes =
                new ScopeRules() {
                  @Override
                  public Set<String> effective(Caller caller) {
                    return caller.scopes().contains(Operation.ADMIN) ? implied : caller.scopes();
                  }
                });
  }

  /** Decides on scopes. */
  interface Decision {
    boolean isEnough(Operation operation, Caller caller);
  }

  /** Allows more than is right. */
  private static Mutant scopes(String assertion, String fault, Decision more) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.scopes =
                new ScopeRules() {
                  @Override
                  public boolean isEnough(Operation operation, Caller caller) {
                    return super.isEnough(operation, caller) || more.isEnough(operation, caller);
                  }
                });
  }

  static boolean same(Operation operation, Operation other) {
    return operation.method().equals(other.method()) && operation.name().equals(other.name());
  }
}
