// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions of the revisions before 2026-07-28, at the endpoint that has them. */
public class SessionRules {

  public static final String HEADER = "Mcp-Session-Id";

  protected final Map<String, String> owners = new ConcurrentHashMap<>();

  /** What needs no message: the end of a session, and a stream without any events. */
  public Optional<Answer> answer(Request request, Caller caller) throws Refusal {
    Optional<String> id = request.header(HEADER);
    if (id.isPresent() && !isOwn(id.get(), request, caller)) {
      throw new Refusal(Answer.error(404, -32001, "no such session"));
    }
    return switch (request.method()) {
      case "GET" -> Optional.of(new Answer(200, Map.of("Content-Type", "text/event-stream"), ""));
      case "DELETE" -> id.map(this::ended);
      default -> Optional.empty();
    };
  }

  private Answer ended(String id) {
    owners.remove(id);
    return Answer.of(204);
  }

  public boolean isOwn(String id, Request request, Caller caller) {
    return principal(caller).equals(owners.get(id));
  }

  public String principal(Caller caller) {
    return caller.subject();
  }

  /** The answer to a message, in a session if it opens one. */
  public Answer finish(Message message, Caller caller, Answer answer) {
    if (!message.operation().method().equals("initialize")) {
      return answer;
    }
    String id = id(caller);
    owners.put(id, principal(caller));
    return answer.with(HEADER, id);
  }

  public String id(Caller caller) {
    return UUID.randomUUID().toString();
  }
}
