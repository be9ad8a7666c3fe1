// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.IntrospectionRules;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.ScopeRules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that get scopes wrong that depend on arguments. */
final class ArgumentMutants {

  private static final String DECIDE = "arguments-decide-the-scope";
  private static final String CLEAR = "arguments-must-be-clear";

  private ArgumentMutants() {}

  static List<Mutant> all() {
    Map<String, List<String>> first = new ConcurrentHashMap<>();
    return List.of(
        granting(
            DECIDE,
            "takes scopes that begin alike",
            (scope, caller) -> caller.scopes().stream().anyMatch(scope::startsWith)),
        needing(DECIDE, "does not look at arguments", params -> List.of()),
        needing(
            DECIDE,
            "asks for the scope of any project",
            params -> List.of(Operation.projectScope("alpha"))),
        needing(
            DECIDE,
            "remembers the scope of the first call",
            params -> first.computeIfAbsent("", any -> named(argument(params)))),
        needing(
            CLEAR,
            "lets calls without a project in",
            params -> argument(params).isEmpty() ? List.of() : named(argument(params))),
        needing(
            CLEAR,
            "finds the project in a list too",
            params ->
                named(
                    argument(params)
                        .map(value -> value instanceof JsonArray list ? list.get(0) : value))),
        needing(
            CLEAR,
            "finds the project beside the arguments too",
            params ->
                named(argument(params).or(() -> argument(Optional.ofNullable(params.get("x")))))),
        Mutant.of(
            CLEAR,
            "stumbles over what is no text",
            rules ->
                rules.at(Feature.ARGUMENTS).scopes =
                    new ScopeRules() {
                      @Override
                      public boolean isGranted(String scope, Operation operation, Caller caller) {
                        if (scope.equals(Operation.projectScope(""))) {
                          throw new IntrospectionRules.NoAnswerException();
                        }
                        return super.isGranted(scope, operation, caller);
                      }
                    }),
        Mutant.of(
            CLEAR,
            "takes the last of two",
            rules ->
                rules.at(Feature.ARGUMENTS).messages =
                    new MessageRules() {
                      @Override
                      public void requireUnambiguous(String text) {}
                    }));
  }

  private static Optional<JsonValue> argument(JsonObject params) {
    return argument(Optional.ofNullable(params.get("arguments")));
  }

  private static Optional<JsonValue> argument(Optional<JsonValue> arguments) {
    return arguments
        .filter(JsonObject.class::isInstance)
        .flatMap(object -> Optional.ofNullable(object.asJsonObject().get("project")));
  }

  private static List<String> named(Optional<JsonValue> project) {
    return List.of(
        Operation.projectScope(
            project
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .orElse("")));
  }

  private static Mutant needing(
      String assertion, String fault, Function<JsonObject, List<String>> scopes) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.at(Feature.ARGUMENTS).messages =
                new MessageRules() {
                  @Override
                  public List<String> scopes(
                      String method, Optional<String> name, JsonObject params) {
                    return name.equals(Operation.PROJECT.name())
                        ? scopes.apply(params)
                        : super.scopes(method, name, params);
                  }
                });
  }

  private static Mutant granting(
      String assertion, String fault, BiPredicate<String, Caller> grant) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.at(Feature.ARGUMENTS).scopes =
                new ScopeRules() {
                  @Override
                  public boolean isGranted(String scope, Operation operation, Caller caller) {
                    return grant.test(scope, caller);
                  }
                });
  }
}
