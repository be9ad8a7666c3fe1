// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.event.TokenAccepted;
import org.mcpauth.event.TokenRejected;
import org.mcpauth.internal.requirement.Shortfall;

/** Tells the application about every decision. */
final class DecisionLog {

  private final URI resource;
  private final Consumer<AuthorizationEvent> events;
  private final Clock clock;

  DecisionLog(URI resource, Consumer<AuthorizationEvent> events, Clock clock) {
    this.resource = resource;
    this.events = events;
    this.clock = clock;
  }

  void accepted(AccessToken token) {
    events.accept(new TokenAccepted(clock.instant(), resource, token));
  }

  void rejected(String reason) {
    events.accept(new TokenRejected(clock.instant(), resource, reason));
    denied(Reason.INVALID_TOKEN, reason);
  }

  void granted(McpOperation operation, Optional<AccessToken> token) {
    events.accept(new AccessGranted(clock.instant(), resource, operation, token.orElse(null)));
  }

  void denied(Reason reason, String detail) {
    denied(reason, detail, Scopes.none(), null, null);
  }

  void denied(Reason reason, String detail, @Nullable AccessToken token) {
    denied(reason, detail, Scopes.none(), null, token);
  }

  void lacking(Shortfall shortfall, @Nullable McpOperation operation, AccessToken token) {
    events.accept(shortfall.accept(new Lacking(operation, token)));
  }

  private final class Lacking implements Shortfall.Cases<AccessDenied> {

    private final @Nullable McpOperation operation;
    private final AccessToken token;

    private Lacking(@Nullable McpOperation operation, AccessToken token) {
      this.operation = operation;
      this.token = token;
    }

    @Override
    public AccessDenied forbidden(Shortfall.Forbidden shortfall) {
      return event(Reason.FORBIDDEN, "the caller may not use it", Scopes.none(), operation, token);
    }

    @Override
    public AccessDenied authentication(Shortfall.Authentication shortfall) {
      return event(
          Reason.INSUFFICIENT_USER_AUTHENTICATION,
          "the operation needs another authentication",
          shortfall.scopes(),
          operation,
          token);
    }

    @Override
    public AccessDenied scope(Shortfall.Scope shortfall) {
      return event(
          Reason.INSUFFICIENT_SCOPE,
          "the operation needs " + shortfall.required(),
          shortfall.required(),
          operation,
          token);
    }
  }

  private void denied(
      Reason reason,
      String detail,
      Scopes required,
      @Nullable McpOperation operation,
      @Nullable AccessToken token) {
    events.accept(event(reason, detail, required, operation, token));
  }

  private AccessDenied event(
      Reason reason,
      String detail,
      Scopes required,
      @Nullable McpOperation operation,
      @Nullable AccessToken token) {
    return new AccessDenied(clock.instant(), resource, reason, detail, required, operation, token);
  }
}
