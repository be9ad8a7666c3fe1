// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.tck.server.Operation;

/** What MCP can be asked for, in whatever revision, and something that it cannot. */
final class KnownMethods {

  private static final List<String> METHODS =
      List.of(
          "initialize",
          "ping",
          "server/discover",
          "tools/list",
          "resources/list",
          "resources/templates/list",
          "resources/subscribe",
          "resources/unsubscribe",
          "subscriptions/listen",
          "prompts/list",
          "completion/complete",
          "logging/setLevel",
          "tasks/list",
          "tasks/get",
          "tasks/result",
          "tasks/cancel",
          "notifications/initialized",
          "notifications/cancelled",
          "notifications/progress",
          "notifications/roots/list_changed",
          "tck/no-such-method",
          "notifications/tck-no-such-notification");

  private KnownMethods() {}

  static List<Operation> operations() {
    return Stream.of(
            METHODS.stream().map(Operation::of),
            Operation.SCOPED.stream(),
            Stream.of(Operation.CALLER, Operation.INVOCATIONS, Operation.UNKNOWN_TOOL))
        .flatMap(operations -> operations)
        .toList();
  }
}
