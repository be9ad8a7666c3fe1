// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mcpauth.McpOperation;
import org.mcpauth.event.AccessDenied;

/**
 * Remembers which tools were refused and why, for supervisors. Only calls with a good token:
 * anybody can cause the others, and would push these out.
 */
@ApplicationScoped
public class RefusedCalls {

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 60;

  private final Deque<String> latest = new ArrayDeque<>();

  synchronized void refused(@Observes AccessDenied denied) {
    McpOperation operation = denied.operation();
    if (denied.token() == null || operation == null) {
      return;
    }
    if (latest.size() == MOST) {
      latest.removeFirst();
    }
    latest.addLast(name(operation) + ": " + denied.reason());
  }

  synchronized List<String> latest() {
    return List.copyOf(latest);
  }

  /** It comes from the caller, so it can be as long as a message. */
  private static String name(McpOperation operation) {
    return operation.name().length() > LONGEST_NAME
        ? operation.name().substring(0, LONGEST_NAME)
        : operation.name();
  }
}
