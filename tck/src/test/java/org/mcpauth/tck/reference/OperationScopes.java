// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.tck.server.Operation;

/** The scopes of the fixture contract. */
final class OperationScopes {

  private static final Map<Optional<String>, Operation> SCOPED =
      Operation.SCOPED.stream().collect(Collectors.toMap(Operation::name, operation -> operation));

  private OperationScopes() {}

  static List<String> of(String method, Optional<String> name, JsonObject params) {
    return switch (method) {
      case "tools/call" ->
          name.equals(Operation.PROJECT.name()) ? project(params) : of(method, name);
      case "resources/subscribe" -> of("resources/read", Message.text(params, "uri"));
      case "subscriptions/listen" ->
          heard(params).flatMap(uri -> of("resources/read", Optional.of(uri)).stream()).toList();
      default -> of(method, name);
    };
  }

  /** Of what is no project, a scope that nobody has. */
  private static List<String> project(JsonObject params) {
    String project =
        params.get("arguments") instanceof JsonObject arguments
            ? arguments.get("project") instanceof JsonString text ? text.getString() : ""
            : "";
    return List.of(Operation.projectScope(project));
  }

  private static List<String> of(String method, Optional<String> name) {
    Operation known = SCOPED.get(name);
    return known != null && known.method().equals(method) ? known.scopes() : List.of();
  }

  private static Stream<String> heard(JsonObject params) {
    return params.get("notifications") instanceof JsonObject wanted
            && wanted.get("resourceSubscriptions") instanceof JsonArray uris
        ? uris.getValuesAs(JsonString.class).stream().map(JsonString::getString)
        : Stream.empty();
  }
}
