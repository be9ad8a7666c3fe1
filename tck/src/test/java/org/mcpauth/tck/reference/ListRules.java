// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.tck.server.Operation;

/** What lists name: everything, to everybody. */
public class ListRules {

  /** One list: the member of the result, the key of the name in an entry, and what there is. */
  private record Source(String member, String key, List<Operation> operations) {}

  private static final Operation TEMPLATE =
      new Operation(
          "resources/read",
          JsonObject.EMPTY_JSON_OBJECT,
          Optional.of("test://template/{id}/data"),
          Operation.TEMPLATE.scopes());

  private static final Map<String, Source> SOURCES =
      Map.of(
          "tools/list",
          new Source("tools", "name", Tools.KNOWN),
          "prompts/list",
          new Source("prompts", "name", List.of(Operation.SIMPLE_PROMPT)),
          "resources/list",
          new Source("resources", "uri", List.of(Operation.STATIC_TEXT)),
          "resources/templates/list",
          new Source("resourceTemplates", "uriTemplate", List.of(TEMPLATE)));

  /** The result for a message that asks for a list. */
  public final Optional<JsonObject> list(Operation asked, Caller caller, ScopeRules scopes) {
    return Optional.ofNullable(SOURCES.get(asked.method()))
        .map(
            source -> {
              JsonArrayBuilder entries = Json.createArrayBuilder();
              shown(source.operations(), caller, scopes)
                  .forEach(operation -> entries.add(entry(source, operation)));
              JsonObjectBuilder result = Json.createObjectBuilder().add("ttlMs", 0);
              cacheScope(caller).ifPresent(scope -> result.add("cacheScope", scope));
              return result.add(source.member(), entries).build();
            });
  }

  private JsonObject entry(Source source, Operation operation) {
    JsonObjectBuilder entry =
        Json.createObjectBuilder().add(source.key(), operation.name().orElseThrow());
    describe(entry, operation);
    return entry.build();
  }

  /** Adds what an entry says besides. */
  public void describe(JsonObjectBuilder entry, Operation operation) {}

  public List<Operation> shown(List<Operation> operations, Caller caller, ScopeRules scopes) {
    return operations;
  }

  public Optional<String> cacheScope(Caller caller) {
    return Optional.of("public");
  }

  /** The answer to who asks for what it is not shown; empty if that is to be told. */
  public Optional<Answer> hidden(Message message, Caller caller, ScopeRules scopes) {
    return Optional.empty();
  }
}
