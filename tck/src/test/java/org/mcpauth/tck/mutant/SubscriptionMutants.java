// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.Tools;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers that tell anybody of what not everybody may read. */
final class SubscriptionMutants {

  private static final String SUBSCRIBING = "subscribing-needs-what-reading-needs";

  private static final JsonPointer FIRST =
      Json.createPointer("/notifications/resourceSubscriptions/0");

  private SubscriptionMutants() {}

  static List<Mutant> all() {
    return List.of(
        agreeing(),
        of(
            "lets everybody subscribe",
            (right, method, params) -> method.contains("subscri") ? List.of() : right),
        of(
            "looks at the first resource alone",
            (right, method, params) ->
                isListening(method) && !FIRST.getValue(params).equals(Json.createValue(name()))
                    ? List.of()
                    : right));
  }

  /** Lets everybody listen, to nothing: the stream begins with what was agreed to. */
  static void agreeToNothing(Rules rules) {
    agree(rules, "{}");
  }

  private static void agree(Rules rules, String notifications) {
    rules.messages = changed((right, method, params) -> isListening(method) ? List.of() : right);
    rules.tools =
        new Tools() {
          @Override
          public Answer call(Message message, Caller caller) {
            return isListening(message.operation().method())
                ? agreed(notifications)
                : super.call(message, caller);
          }
        };
  }

  private static boolean isListening(String method) {
    return method.equals("subscriptions/listen");
  }

  private static Answer agreed(String notifications) {
    String message =
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":"
            + "{\"notifications\":%s}}".formatted(notifications);
    return new Answer(
        200, Map.of("Content-Type", "text/event-stream"), "data: " + message + "\n\n");
  }

  private static Mutant agreeing() {
    return Mutant.of(
        SUBSCRIBING,
        "agrees to tell everybody",
        rules -> agree(rules, "{\"resourceSubscriptions\":[\"" + name() + "\"]}"));
  }

  private static String name() {
    return Operation.STATIC_TEXT.name().orElseThrow();
  }

  private interface Change {
    List<String> scopes(List<String> right, String method, JsonObject params);
  }

  private static Mutant of(String fault, Change change) {
    return Mutant.of(SUBSCRIBING, fault, rules -> rules.messages = changed(change));
  }

  private static MessageRules changed(Change change) {
    return new MessageRules() {
      @Override
      public List<String> scopes(String method, Optional<String> name, JsonObject params) {
        return change.scopes(super.scopes(method, name, params), method, params);
      }
    };
  }
}
