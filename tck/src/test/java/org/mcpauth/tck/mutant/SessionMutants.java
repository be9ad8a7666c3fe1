// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.TokenRules;
import org.mcpauth.tck.server.Operation;

/** Servers that remember too much, or take a request at its word. */
final class SessionMutants {

  private static final String HEADER = "Mcp-Session-Id";

  private SessionMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(
        new Mutant("step-up-succeeds", "keeps the scopes that a session began with", Pinned::new));
  }

  /** No more than at the beginning of the session, and no more than in the token. */
  private static final class Pinned extends Rules {

    private final Map<String, Set<String>> granted = new ConcurrentHashMap<>();
    private final ThreadLocal<Set<String>> last = ThreadLocal.withInitial(Set::of);

    Pinned(URI endpoint, URI issuer) {
      super(endpoint, issuer);
      tokens =
          new TokenRules(endpoint, issuer) {
            @Override
            public Caller verify(String token, Request request) throws InvalidTokenException {
              Caller caller = super.verify(token, request);
              last.set(caller.scopes());
              Set<String> scopes = new HashSet<>(caller.scopes());
              request.header(HEADER).map(granted::get).ifPresent(scopes::retainAll);
              return caller.with(caller.subject(), scopes);
            }
          };
    }

    @Override
    public Answer answer(Request request) {
      Answer answer = super.answer(request);
      String body = new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (answer.status() != 200
          || answer.headers().containsKey(HEADER)
          || !body.contains("\"method\":\"initialize\"")) {
        return answer;
      }
      String id = UUID.randomUUID().toString();
      granted.put(id, last.get());
      return answer.with(HEADER, id);
    }
  }

  /** Puts the id of a resource into a scope, as it is. */
  static Mutant injecting(String assertion) {
    return Mutant.of(
        assertion,
        "puts the id of a resource into the header as it is",
        rules ->
            rules.messages =
                new MessageRules() {
                  @Override
                  public Message message(JsonObject object) throws Refusal {
                    Message message = super.message(object);
                    String uri = message.operation().name().orElse("");
                    String id = uri.replaceFirst("test://template/(.*)/data", "$1");
                    if (!message.operation().method().equals("resources/read")
                        || id.equals(uri)
                        || id.contains("\n")) {
                      return message;
                    }
                    List<String> scopes =
                        List.of(
                            Operation.TEMPLATE.scopes().get(0),
                            "mcp:conformance:resources:template:" + id);
                    return new Message(
                        message.id(),
                        new Operation(
                            message.operation().method(),
                            message.operation().params(),
                            Optional.of(uri),
                            scopes),
                        message.protocolVersion());
                  }
                });
  }
}
