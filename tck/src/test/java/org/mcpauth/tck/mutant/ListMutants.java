// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ListRules;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.PermittedListRules;
import org.mcpauth.tck.reference.ScopeRules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers whose lists, or whose answers to the curious, say too much. */
final class ListMutants {

  private static final String NAMES = "list-names-what-is-permitted";
  private static final String PRIVATE = "permitted-list-is-private";
  private static final String HIDDEN = "hidden-operation-is-unknown";

  private ListMutants() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
            "list-is-the-same-every-time",
            "shows one tool less each time",
            rules -> rules.lists = new Shrinking()),
        shown(NAMES, "shows everything", (right, all) -> all),
        shown(NAMES, "shows nothing", (right, all) -> List.of()),
        shown(NAMES, "shows what is permitted in another order", (right, all) -> reversed(right)),
        shown(
            NAMES,
            "filters tools alone",
            (right, all) -> all.get(0).method().equals("tools/call") ? right : all),
        shown(
            NAMES,
            "does not filter templates",
            (right, all) -> all.get(0).name().orElseThrow().contains("{") ? all : right),
        of(NAMES, "shows what one scope permits", new AnyScope()),
        of(NAMES, "shows what was shown to the first caller", new Shared()),
        cached("says that everybody may see it", caller -> Optional.of("public")),
        cached("says nothing about caches", caller -> Optional.empty()),
        cached(
            "lets be shared what is complete",
            caller ->
                Optional.of(
                    caller.scopes().containsAll(Operation.SIMPLE_TEXT.scopes())
                        ? "public"
                        : "private")),
        hidden("says what it lacks a scope for", (message, unknown) -> Optional.empty()),
        hidden(
            "has another status for it",
            (message, unknown) -> Optional.of(new Answer(404, unknown.headers(), unknown.body()))),
        hidden(
            "has another text for it",
            (message, unknown) ->
                Optional.of(
                    new Answer(
                        unknown.status(),
                        unknown.headers(),
                        unknown.body().replace("Unknown", "Hidden")))),
        hidden(
            "has one more header for it",
            (message, unknown) -> Optional.of(unknown.with("X-Hidden", "true"))),
        hidden(
            "hides tools alone",
            (message, unknown) ->
                Optional.of(unknown)
                    .filter(any -> message.operation().method().equals("tools/call"))));
  }

  private static Mutant of(String assertion, String fault, ListRules lists) {
    return Mutant.of(assertion, fault, rules -> rules.at(Feature.PERMITTED_LISTS).lists = lists);
  }

  private static Mutant shown(
      String assertion,
      String fault,
      BiFunction<List<Operation>, List<Operation>, List<Operation>> change) {
    return of(
        assertion,
        fault,
        new PermittedListRules() {
          @Override
          public List<Operation> shown(List<Operation> all, Caller caller, ScopeRules scopes) {
            return change.apply(super.shown(all, caller, scopes), all);
          }
        });
  }

  private static List<Operation> reversed(List<Operation> operations) {
    List<Operation> reversed = new ArrayList<>(operations);
    if (!operations.contains(Operation.SIMPLE_TEXT)) {
      Collections.reverse(reversed);
    }
    return reversed;
  }

  private static Mutant cached(String fault, Function<Caller, Optional<String>> scope) {
    return of(
        PRIVATE,
        fault,
        new PermittedListRules() {
          @Override
          public Optional<String> cacheScope(Caller caller) {
            return scope.apply(caller);
          }
        });
  }

  private static Mutant hidden(String fault, BiFunction<Message, Answer, Optional<Answer>> change) {
    return of(
        HIDDEN,
        fault,
        new PermittedListRules() {
          @Override
          public Optional<Answer> hidden(Message message, Caller caller, ScopeRules scopes) {
            return super.hidden(message, caller, scopes)
                .flatMap(unknown -> change.apply(message, unknown));
          }
        });
  }

  private static final class AnyScope extends PermittedListRules {

    @Override
    public boolean isShown(Operation operation, Caller caller, ScopeRules scopes) {
      return operation.scopes().isEmpty()
          || operation.scopes().stream()
              .anyMatch(scope -> scopes.isGranted(scope, operation, caller));
    }
  }

  private static final class Shared extends PermittedListRules {

    private final Map<List<Operation>, List<Operation>> first = new ConcurrentHashMap<>();

    @Override
    public List<Operation> shown(List<Operation> all, Caller caller, ScopeRules scopes) {
      return first.computeIfAbsent(all, any -> super.shown(all, caller, scopes));
    }
  }

  private static final class Shrinking extends ListRules {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public List<Operation> shown(List<Operation> all, Caller caller, ScopeRules scopes) {
      return all.subList(0, Math.max(1, all.size() - asked.getAndIncrement()));
    }
  }
}
