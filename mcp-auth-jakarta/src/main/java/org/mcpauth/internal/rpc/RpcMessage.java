// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonValue;
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
   * What its parameters name.
   *
   * @return the target
   */
  Target target();

  /**
   * A request.
   *
   * @param id its id: a string or a number
   * @param method its method
   * @param target what its parameters name
   * @param operation what it asks for
   */
  record Request(JsonValue id, String method, Target target, McpOperation operation)
      implements RpcMessage {}

  /**
   * A notification.
   *
   * @param method its method
   * @param target what its parameters name
   * @param operation what it asks for
   */
  record Notification(String method, Target target, McpOperation operation) implements RpcMessage {}

  /** A response of the client to a request of the server. */
  record Response() implements RpcMessage {

    @Override
    public McpOperation operation() {
      return McpOperation.method("response");
    }

    @Override
    public Target target() {
      return Target.NONE;
    }
  }
}
