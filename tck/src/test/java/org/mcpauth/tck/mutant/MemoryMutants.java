// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;

/** Who remembers a caller who should show a token every time. */
final class MemoryMutants {

  private MemoryMutants() {}

  static List<Mutant> all() {
    return everyTime();
  }

  private static List<Mutant> everyTime() {
    return List.of(
        session("remembers a session", "Mcp-Session-Id", "Mcp-Session-Id"),
        session("remembers a cookie", "Set-Cookie", "Cookie"),
        new Mutant("token-is-needed-every-time", "remembers the answer to a message", Replay::new));
  }

  private static Mutant session(String fault, String set, String sent) {
    return new Mutant(
        "token-is-needed-every-time",
        fault,
        (endpoint, issuer) ->
            new Rules(endpoint, issuer) {
              private final Map<String, String> remembered = new ConcurrentHashMap<>();

              @Override
              public Answer answer(Request request) {
                String known = remembered.get(request.header(sent).orElse(""));
                boolean bare = request.header("Authorization").isEmpty();
                if (known != null && bare) {
                  Map<String, List<String>> headers = new HashMap<>(request.headers());
                  headers.put("authorization", List.of(known));
                  return super.answer(
                      new Request(
                          request.method(),
                          request.target(),
                          headers,
                          request.body(),
                          request.tooLarge()));
                }
                Answer answer = super.answer(request);
                // Not of initialize: then every call without a token would be in this session.
                if (bare || answer.status() != 200 || !calls(request)) {
                  return answer;
                }
                String id = "sid=" + remembered.size();
                remembered.put(id, request.header("Authorization").orElseThrow());
                return answer.with(set, id);
              }
            });
  }

  private static boolean calls(Request request) {
    return new String(request.body().bytes(), StandardCharsets.UTF_8).contains("\"tools/call\"");
  }

  /** Answers the same message in the same way, whoever sends it. */
  private static final class Replay extends Rules {
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    Replay(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public Answer answer(Request request) {
      String message = new String(request.body().bytes(), StandardCharsets.UTF_8);
      Answer known = request.header("Authorization").isPresent() ? null : answers.get(message);
      Answer answer = known == null ? super.answer(request) : known;
      if (answer.status() == 200 && calls(request)) {
        answers.put(message, answer);
      }
      return answer;
    }
  }
}
