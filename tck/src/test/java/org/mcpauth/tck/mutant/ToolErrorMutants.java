// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.ScopeTelling;
import org.mcpauth.tck.reference.ToolErrorTelling;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers that tell models something else of scopes than they need. */
final class ToolErrorMutants {

  private static final String ERROR = "missing-scope-is-a-tool-error";
  private static final String ALONE = "tool-error-is-about-scopes-of-tools-alone";

  private ToolErrorMutants() {}

  static List<Mutant> all() {
    return List.of(
        of(ERROR, "answers 403", rules -> rules.telling = new ScopeTelling()),
        result("has no error", (result, line) -> result.add("isError", false)),
        result("has no challenge", (result, line) -> result.remove("_meta")),
        result(
            "has the challenge as text",
            (result, line) ->
                result.add("_meta", Json.createObjectBuilder().add("mcp/www_authenticate", line))),
        line("has a challenge without scopes", line -> line.replaceAll("scope=\"[^\"]*\", ", "")),
        line(
            "has a challenge without metadata",
            line -> line.replaceAll(", resource_metadata=\"[^\"]*\"", "")),
        line("has a challenge that is malformed", line -> line.replace("\"", "'")),
        line("blames the token", line -> line.replace("insufficient_scope", "invalid_token")),
        text("does not say which scopes", message -> "Something is lacking"),
        text("names one scope of two", message -> message.operation().scopes().get(0)),
        of(
            ERROR,
            "runs the tool nevertheless",
            rules ->
                rules.telling =
                    new ToolErrorTelling() {
                      @Override
                      public Answer told(Message message, Answer challenged) {
                        rules.tools.result(message.operation(), new Caller("nobody", Set.of()));
                        return super.told(message, challenged);
                      }
                    }),
        of(
            ALONE,
            "has results for resources and prompts too",
            rules ->
                rules.telling =
                    new ToolErrorTelling() {
                      @Override
                      public boolean isTold(Message message) {
                        return true;
                      }
                    }),
        of(
            ALONE,
            "has a 200 for who has no token",
            rules -> rules.challenges = as200(rules, false)),
        of(ALONE, "has a 200 for bad tokens", rules -> rules.challenges = as200(rules, true)));
  }

  private static ChallengeRules as200(Rules rules, boolean bad) {
    return new ChallengeRules(rules.metadata) {
      @Override
      public Answer credentialsMissing(Request request) {
        return bad ? super.credentialsMissing(request) : Answer.error(200, -32001, "Log in");
      }

      @Override
      public Answer invalidToken(Request request) {
        return bad ? Answer.error(200, -32001, "Log in") : super.invalidToken(request);
      }
    };
  }

  private static Mutant of(String assertion, String fault, Consumer<Rules> change) {
    return Mutant.of(assertion, fault, rules -> change.accept(rules.at(Feature.TOOL_ERROR)));
  }

  private static Mutant telling(String fault, ToolErrorTelling telling) {
    return of(ERROR, fault, rules -> rules.telling = telling);
  }

  private static Mutant result(
      String fault, BiFunction<JsonObjectBuilder, String, JsonObjectBuilder> change) {
    return telling(
        fault,
        new ToolErrorTelling() {
          @Override
          public JsonObjectBuilder result(Message message, Answer challenged) {
            return change.apply(super.result(message, challenged), line(challenged));
          }
        });
  }

  private static Mutant line(String fault, UnaryOperator<String> change) {
    return telling(
        fault,
        new ToolErrorTelling() {
          @Override
          public JsonObjectBuilder result(Message message, Answer challenged) {
            return super.result(
                message, challenged.with("WWW-Authenticate", change.apply(line(challenged))));
          }
        });
  }

  private static String line(Answer challenged) {
    return String.valueOf(challenged.headers().get("WWW-Authenticate"));
  }

  private static Mutant text(String fault, Function<Message, String> text) {
    return telling(
        fault,
        new ToolErrorTelling() {
          @Override
          public String text(Message message) {
            return text.apply(message);
          }
        });
  }
}
