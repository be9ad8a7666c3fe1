// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.rpc.McpHeaders;
import org.mcpauth.internal.session.CallerSession;
import org.mcpauth.internal.session.SessionBinding;
import org.mcpauth.internal.settings.McpAuthSettings;

/** Lets callers into the sessions that they opened, and into no others. Thread-safe. */
final class Sessions {

  private final SessionBinding binding;
  private final boolean unbound;

  Sessions(McpAuthSettings.Sessions settings) {
    this.binding = new SessionBinding(settings.key());
    this.unbound = settings.unbound();
  }

  /**
   * The session of a request.
   *
   * @return what to do about it; empty if it is not this caller's
   */
  Optional<CallerSession> of(HttpRequestView request, Optional<AccessToken> caller) {
    List<String> brought = request.headers(CallerSession.HEADER);
    if (unbound) {
      return Optional.of(new CallerSession(Optional.empty(), id -> id));
    }
    UnaryOperator<String> bound = id -> binding.bind(id, caller);
    if (brought.isEmpty()) {
      return Optional.of(new CallerSession(Optional.empty(), bound));
    }
    // From 2026-07-28 on there are no sessions: what is brought nevertheless is not shown.
    if (McpHeaders.isStateless(request)) {
      return Optional.of(new CallerSession(Optional.of(List.of()), bound));
    }
    return Optional.of(brought)
        .filter(values -> values.size() == 1)
        .flatMap(values -> binding.open(values.get(0), caller))
        .map(id -> new CallerSession(Optional.of(List.of(id)), bound));
  }
}
