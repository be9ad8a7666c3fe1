// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.Operation;

/** Wrong answers to messages that nobody can read. */
final class BrokenMessageMutants {

  private static final String BROKEN = "broken-message-is-400";
  private static final String TRACE = "errors-show-no-stack-trace";

  private BrokenMessageMutants() {}

  static Stream<Mutant> all() {
    return Stream.concat(broken(), traces());
  }

  private static Stream<Mutant> broken() {
    return Stream.of(
        malformed(
            BROKEN,
            "answers 200 with a JSON-RPC error to a broken message",
            Answer.error(200, -32700, "Parse error")),
        malformed(BROKEN, "answers 500 to a broken message", Answer.of(500)),
        malformed(BROKEN, "answers 401 to a broken message", Answer.of(401)),
        malformed(BROKEN, "answers 415 to a broken message", Answer.of(415)),
        malformed(
            BROKEN,
            "answers an error of OAuth to a broken message",
            new Answer(
                400,
                Map.of("Content-Type", "application/json"),
                "{\"error\":\"invalid_request\"}")),
        MessageMutants.messages(
            BROKEN,
            "replaces what is no UTF-8",
            rules ->
                new MessageRules() {
                  @Override
                  public String text(Body body) {
                    return new String(body.bytes(), StandardCharsets.UTF_8);
                  }

                  @Override
                  public void requireMirrored(Message message, Request request) throws Refusal {
                    if (!message.operation().params().toString().contains("\ufffd")) {
                      super.requireMirrored(message, request);
                    }
                  }
                }),
        repairing(
            "adds the brace that is missing",
            text ->
                text.endsWith("}")
                        && text.startsWith("{\"json")
                        && text.chars().filter(c -> c == '{').count()
                            == text.chars().filter(c -> c == '}').count() + 1
                    ? text + "}"
                    : text),
        repairing(
            "leaves out a brace that is too much",
            text ->
                text.endsWith("}")
                        && text.startsWith("{\"json")
                        && text.chars().filter(c -> c == '}').count()
                            == text.chars().filter(c -> c == '{').count() + 1
                    ? text.substring(0, text.length() - 1)
                    : text));
  }

  private static Mutant repairing(String fault, UnaryOperator<String> repair) {
    return MessageMutants.messages(
        BROKEN,
        fault,
        rules ->
            new MessageRules() {
              @Override
              public String text(Body body) throws Refusal {
                return repair.apply(super.text(body));
              }
            });
  }

  private static Stream<Mutant> traces() {
    return Stream.of(
        trace("of Java", "Unexpected char\n\tat org.acme.Reader.read(Reader.java:12)"),
        trace("of JavaScript", "SyntaxError: Unexpected token\n    at run (/app/server.js:3:14)"),
        trace("of Python", "Traceback (most recent call last):\n  File \"/app/a.py\", line 3"),
        trace("of .NET", "Error\n   at Acme.Reader.Read(String text) in /app/Reader.cs:line 12"),
        trace("of Go", "panic: none\n\ngoroutine 1 [running]:\nmain.main()"),
        trace("of Ruby", "/app/server.rb:12:in `read': unexpected token"),
        trace("of PHP", "Stack trace:\n#0 /app/server.php(12): read()"),
        malformed(
            TRACE,
            "shows the stack trace in HTML",
            new Answer(
                400,
                Map.of("Content-Type", "text/html"),
                "<pre>SyntaxError<br> &nbsp; &nbsp;at read (/app/node_modules/x/read.js:3:14)</pre>")),
        MessageMutants.tools(
            TRACE,
            "shows the stack trace for an unknown tool",
            operation -> operation.name().equals(Operation.UNKNOWN_TOOL.name()),
            Answer.error(200, -32603, "Caused by: java.lang.NullPointerException")));
  }

  private static Mutant trace(String language, String trace) {
    return malformed(TRACE, "shows the stack trace " + language, Answer.error(400, -32700, trace));
  }

  private static Mutant malformed(String assertion, String fault, Answer answer) {
    return MessageMutants.messages(
        assertion,
        fault,
        rules ->
            new MessageRules() {
              @Override
              public Refusal malformed(String why) {
                return answer.status() != 400 && why.equals("too deep")
                    ? super.malformed(why)
                    : new Refusal(answer);
              }
            });
  }
}
