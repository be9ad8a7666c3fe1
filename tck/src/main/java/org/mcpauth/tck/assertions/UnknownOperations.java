// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** What no server has. */
final class UnknownOperations {

  private UnknownOperations() {}

  static List<Operation> tools() {
    return List.of(
        Operation.UNKNOWN_TOOL,
        operation("tools/call", "name", ""),
        operation("tools/call", "name", "n".repeat(2000)),
        operation("tools/call", "name", "../../etc/passwd"),
        operation("tools/call", "name", "${jndi:ldap://none.example/a}' OR '1'='1"),
        operation("tools/call", "name", "\u00e4\u20ac\ud83d\ude00\r\n\t\0"));
  }

  static List<Operation> all() {
    return Stream.concat(
            tools().stream(),
            Stream.of(
                operation("resources/read", "uri", "test://no-such-resource"),
                operation("resources/read", "uri", "no uri at all %"),
                operation("prompts/get", "name", "test_no_such_prompt"),
                Operation.of("tck/no-such-method")))
        .toList();
  }

  /** A call whose header can hold any name. */
  static HttpCall call(McpServer server, Operation operation) {
    String mirrored =
        operation
            .name()
            .orElseGet(
                () ->
                    operation.params().getString("name", operation.params().getString("uri", "")));
    HttpCall call = server.call(operation);
    boolean named = server.revision().isStateless() && !operation.params().isEmpty();
    return named ? call.with("Mcp-Name", HostileUris.encoded(mirrored)) : call;
  }

  private static Operation operation(String method, String member, String name) {
    return new Operation(
        method, Json.createObjectBuilder().add(member, name).build(), Optional.empty(), List.of());
  }
}
