// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.Operation;

/** Servers that know no limits, or that do not survive them. */
final class LimitMutants {

  private static final String HUGE = "huge-message-is-refused";
  private static final String DEEP = "deep-message-is-refused";

  private LimitMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(
        MessageMutants.messages(HUGE, "takes 10 MB", rules -> new Patient()),
        MessageMutants.messages(
            HUGE,
            "answers 500 to 10 MB",
            rules ->
                new MessageRules() {
                  @Override
                  public Refusal tooLarge() {
                    return new Refusal(Answer.of(500));
                  }
                }),
        MessageMutants.messages(HUGE, "needs a rest after 10 MB", rules -> new Exhausted()),
        MessageMutants.messages(
            DEEP,
            "takes 10,000 levels",
            rules ->
                new MessageRules() {
                  @Override
                  public JsonObject object(String text) throws Refusal {
                    return super.object(
                        text.replaceFirst("\\[{5,}\\]{5,}", "0")
                            .replaceFirst("(\\{\"a\":){5,}1(\\}){5,}(?=\\}|,)", "0"));
                  }
                }),
        MessageMutants.messages(
            DEEP,
            "answers 500 to 10,000 levels",
            rules ->
                new MessageRules() {
                  @Override
                  public Refusal malformed(String why) {
                    return why.equals("too deep")
                        ? new Refusal(Answer.of(500))
                        : super.malformed(why);
                  }
                }));
  }

  /** Takes any size. */
  private static final class Patient extends MessageRules {
    @Override
    public Message read(Request request) throws Refusal {
      if (!request.tooLarge()) {
        return super.read(request);
      }
      return new Message(Optional.of(Json.createValue(1)), Operation.SIMPLE_TEXT, Optional.empty());
    }
  }

  /** Refuses three more messages. */
  private static final class Exhausted extends MessageRules {
    private final AtomicInteger rest = new AtomicInteger();

    @Override
    public Message read(Request request) throws Refusal {
      if (request.tooLarge()) {
        rest.set(3);
      } else if (rest.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new Refusal(Answer.of(503));
      }
      return super.read(request);
    }
  }
}
