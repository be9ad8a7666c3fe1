// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;

/** Answers something else where one header is there, and is plainly another one than the body. */
final class MirroredHeaders extends MessageRules {

  private final String name;
  private final Answer answer;

  MirroredHeaders(String name, Answer answer) {
    this.name = name;
    this.answer = answer;
  }

  @Override
  public void requireMirrored(Message message, Request request) throws Refusal {
    try {
      super.requireMirrored(message, request);
    } catch (Refusal refusal) {
      String value = request.header(name).orElse("");
      boolean other =
          !value.isEmpty()
              && !right(name, message).isEmpty()
              && !value.startsWith("=?")
              && !value.equalsIgnoreCase(right(name, message));
      throw other ? new Refusal(answer) : refusal;
    }
  }

  /** The same request with the right header. */
  static Request with(Request request, String name, Message message) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.put(name.toLowerCase(Locale.ROOT), List.of(right(name, message)));
    return new Request(request.method(), request.target(), headers, request.body(), false);
  }

  private static String right(String name, Message message) {
    Optional<String> right =
        switch (name) {
          case "Mcp-Name" -> message.operation().name();
          case "Mcp-Method" -> Optional.of(message.operation().method());
          default -> message.protocolVersion();
        };
    return right.orElse("");
  }
}
