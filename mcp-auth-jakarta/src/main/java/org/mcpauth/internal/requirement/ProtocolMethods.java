// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.Set;

/**
 * The methods of MCP itself, of every revision from 2025-03-26 to 2026-07-28, that are not about
 * one tool, prompt or resource. Without them no client gets as far as to call anything, so they are
 * open to whoever may call at all, whatever is decided about operations that nothing is said about.
 */
final class ProtocolMethods {

  /** What notifications begin with; a server that does not know one ignores it. */
  private static final String NOTIFICATIONS = "notifications/";

  private static final Set<String> KNOWN =
      Set.of(
          "initialize",
          "ping",
          "server/discover",
          "tools/list",
          "prompts/list",
          "resources/list",
          "resources/templates/list",
          "completion/complete",
          "logging/setLevel",
          "subscriptions/listen",
          "resources/subscribe",
          "resources/unsubscribe",
          "tasks/get",
          "tasks/list",
          "tasks/result",
          "tasks/update",
          "tasks/cancel",
          // An answer to what the server asked: sampling, elicitation, roots.
          "response",
          // The stream of the server and the end of a session.
          "GET",
          "DELETE");

  private ProtocolMethods() {}

  static boolean isKnown(String method) {
    return KNOWN.contains(method) || method.startsWith(NOTIFICATIONS);
  }
}
