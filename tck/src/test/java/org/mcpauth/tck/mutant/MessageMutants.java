// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.Tools;
import org.mcpauth.tck.server.Operation;

/** What the message assertions must catch. */
final class MessageMutants {

  private static final String BATCH = "batch-opens-no-door";
  private static final String UNKNOWN = "unknown-tool-is-no-server-error";

  private MessageMutants() {}

  static List<Mutant> all() {
    return Stream.of(
            AmbiguityMutants.all(),
            batches(),
            BrokenMessageMutants.all(),
            unknown(),
            MirroredHeaderMutants.all(),
            LimitMutants.all())
        .flatMap(mutants -> mutants)
        .toList();
  }

  private static Stream<Mutant> batches() {
    return Stream.of(
        batch("runs the first message of a batch", array -> array.getJsonObject(0), false),
        batch("answers an empty batch of results", array -> JsonValue.EMPTY_JSON_OBJECT, false),
        batch(
            "runs the last message of a batch unseen",
            array -> array.getJsonObject(array.size() - 1),
            true),
        batch("runs the first message of a batch unseen", array -> array.getJsonObject(0), true));
  }

  private static Mutant batch(
      String fault, java.util.function.Function<JsonArray, JsonObject> choice, boolean unseen) {
    return messages(
        BATCH,
        fault,
        rules ->
            new MessageRules() {
              private final ThreadLocal<Boolean> inBatch = ThreadLocal.withInitial(() -> false);

              @Override
              public Message read(Request request) throws Refusal {
                inBatch.set(false);
                return super.read(request);
              }

              @Override
              public JsonObject batch(JsonValue value) throws Refusal {
                if (!(value instanceof JsonArray array)
                    || array.stream().anyMatch(item -> !(item instanceof JsonObject))) {
                  return super.batch(value);
                }
                inBatch.set(true);
                return choice.apply(array);
              }

              @Override
              public Message message(JsonObject object) throws Refusal {
                if (object.isEmpty() && inBatch.get()) {
                  throw new Refusal(Answer.of(202));
                }
                Message message = super.message(object);
                return unseen && inBatch.get() ? withScopes(message, List.of()) : message;
              }

              @Override
              public void requireMirrored(Message message, Request request) throws Refusal {
                if (!inBatch.get()) {
                  super.requireMirrored(message, request);
                }
              }
            });
  }

  /** The same message as if it needed other scopes. */
  static Message withScopes(Message message, List<String> scopes) {
    Operation operation = message.operation();
    return new Message(
        message.id(),
        new Operation(operation.method(), operation.params(), operation.name(), scopes),
        message.protocolVersion());
  }

  private static Stream<Mutant> unknown() {
    Answer failure = new Answer(500, Map.of("Content-Type", "text/html"), "<h1>Error</h1>");
    return Stream.of(
        tools(
            UNKNOWN,
            "answers 500 to an unknown tool",
            operation -> operation.name().equals(Operation.UNKNOWN_TOOL.name()),
            failure),
        tools(
            UNKNOWN,
            "answers 503 to a long name",
            operation -> operation.name().orElse("").length() > 1000,
            Answer.of(503)),
        tools(
            UNKNOWN,
            "answers 500 to a name that is no ASCII",
            operation -> operation.name().orElse("").contains("\u20ac"),
            failure),
        tools(
            UNKNOWN,
            "answers 500 to an empty name",
            operation -> operation.name().equals(Optional.of("")),
            failure));
  }

  static Mutant tools(
      String assertion,
      String fault,
      java.util.function.Predicate<Operation> which,
      Answer answer) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.tools =
                new Tools() {
                  @Override
                  public Answer call(Message message, Caller caller) {
                    return message.operation().method().equals("tools/call")
                            && which.test(message.operation())
                        ? answer
                        : super.call(message, caller);
                  }
                });
  }

  static Mutant messages(
      String assertion, String fault, java.util.function.Function<Rules, MessageRules> messages) {
    return Mutant.of(assertion, fault, rules -> rules.messages = messages.apply(rules));
  }
}
