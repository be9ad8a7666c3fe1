// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;
import org.mcpauth.tck.reference.DescribedListRules;
import org.mcpauth.tck.reference.ListRules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Operation;

/** What must be caught of servers whose descriptors say something else than tools require. */
final class ToolRequirementMutants {

  private ToolRequirementMutants() {}

  static List<Mutant> all() {
    return List.of(
        of("says nothing", new ListRules()),
        of("says it in one place", new OnePlace()),
        saying("names the first scope", tool -> of("oauth2", first(tool))),
        saying("names scopes where none are needed", tool -> of("oauth2", all(tool))),
        saying("says that no token is needed", tool -> of("noauth", tool.scopes())),
        saying(
            "offers to go without a token",
            tool ->
                Json.createArrayBuilder(of("oauth2", tool.scopes()))
                    .add(Json.createObjectBuilder().add("type", "noauth"))
                    .build()));
  }

  private static List<String> first(Operation tool) {
    return tool.scopes().stream().limit(1).toList();
  }

  private static List<String> all(Operation tool) {
    return tool.scopes().isEmpty() ? List.of(Operation.BASELINE) : tool.scopes();
  }

  private static JsonArray of(String type, List<String> scopes) {
    return Said.scheme(type, scopes);
  }

  private static Mutant of(String fault, ListRules lists) {
    return Mutant.of(
        "descriptor-names-required-scopes",
        fault,
        rules -> rules.at(Feature.TOOL_REQUIREMENTS).lists = lists);
  }

  private static Mutant saying(String fault, Function<Operation, JsonArray> schemes) {
    return of(fault, new Said(schemes));
  }

  private static final class Said extends DescribedListRules {

    private final Function<Operation, JsonArray> schemes;

    Said(Function<Operation, JsonArray> schemes) {
      this.schemes = schemes;
    }

    static JsonArray scheme(String type, List<String> scopes) {
      return schemes(type, scopes);
    }

    @Override
    public void describe(JsonObjectBuilder entry, Operation operation) {
      add(entry, schemes.apply(operation));
    }
  }

  private static final class OnePlace extends DescribedListRules {

    @Override
    public void describe(JsonObjectBuilder entry, Operation operation) {
      entry.add("securitySchemes", schemes("oauth2", operation.scopes()));
    }
  }
}
