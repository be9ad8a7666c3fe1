// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.mcpauth.tck.server.Operation;

/**
 * A JSON-RPC message that was read.
 *
 * @param id absent for a notification
 * @param operation what it asks for, with the scopes that it needs
 * @param protocolVersion of {@code _meta}
 */
public record Message(
    Optional<JsonValue> id, Operation operation, Optional<String> protocolVersion) {

  static Optional<String> text(JsonObject object, String name) {
    return object.get(name) instanceof jakarta.json.JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
