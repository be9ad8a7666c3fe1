// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.mcpauth.McpOperation;

/** What of a JSON-RPC message a decision needs. */
public sealed interface RpcMessage {

  /**
   * What the message asks for. A notification counts as what its method says: a server that carries
   * out a {@code tools/call} without an id must not be a way around.
   *
   * @return the operation
   */
  McpOperation operation();

  /**
   * Where the message has the name of what it is about.
   *
   * @return the names of the members that lead there; empty if it has none
   */
  List<String> place();

  /**
   * The revision that the message says it is of.
   *
   * @return {@code params._meta["io.modelcontextprotocol/protocolVersion"]}, if there is one
   */
  Optional<String> protocolVersion();

  /**
   * The id of the request.
   *
   * @return JSON null if there is none
   */
  default JsonValue idOrNull() {
    return JsonValue.NULL;
  }

  /**
   * A request.
   *
   * @param id its id: a string or a number
   * @param method its method
   * @param target what its parameters name
   * @param operation what it asks for
   */
  record Request(JsonValue id, String method, Target target, McpOperation operation)
      implements RpcMessage {

    @Override
    public List<String> place() {
      return target.placeOf(method);
    }

    @Override
    public Optional<String> protocolVersion() {
      return target.protocolVersion();
    }

    @Override
    public JsonValue idOrNull() {
      return id;
    }
  }

  /**
   * A notification.
   *
   * @param method its method
   * @param target what its parameters name
   * @param operation what it asks for
   */
  record Notification(String method, Target target, McpOperation operation) implements RpcMessage {

    @Override
    public List<String> place() {
      return target.placeOf(method);
    }

    @Override
    public Optional<String> protocolVersion() {
      return target.protocolVersion();
    }
  }

  /** A response of the client to a request of the server. */
  record Response() implements RpcMessage {

    @Override
    public McpOperation operation() {
      return McpOperation.method("response");
    }

    @Override
    public List<String> place() {
      return List.of();
    }

    @Override
    public Optional<String> protocolVersion() {
      return Optional.empty();
    }
  }
}
