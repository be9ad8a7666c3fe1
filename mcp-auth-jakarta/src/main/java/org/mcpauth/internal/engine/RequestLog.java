// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
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

/** Tells about the decisions on one request. Used by the thread of the request. */
final class RequestLog {

  private final URI resource;
  private final String correlationId;
  private final DecisionRecorder recorder;
  private final Clock clock;
  private final LongSupplier ticker;
  private final long began;

  /** From now on; the ticker counts nanoseconds, from anywhere. */
  RequestLog(
      URI resource,
      String correlationId,
      DecisionRecorder recorder,
      Clock clock,
      LongSupplier ticker) {
    this.resource = resource;
    this.correlationId = correlationId;
    this.recorder = recorder;
    this.clock = clock;
    this.ticker = ticker;
    this.began = ticker.getAsLong();
  }

  String correlationId() {
    return correlationId;
  }

  void accepted(AccessToken token) {
    record(new TokenAccepted(clock.instant(), resource, correlationId, token));
  }

  void rejected(String reason) {
    record(new TokenRejected(clock.instant(), resource, correlationId, reason));
    denied(Reason.INVALID_TOKEN, reason);
  }

  void granted(McpOperation operation, Optional<AccessToken> token) {
    record(
        new AccessGranted(clock.instant(), resource, correlationId, operation, token.orElse(null)));
  }

  void denied(Reason reason, String detail) {
    denied(reason, detail, Scopes.none(), null, null);
  }

  void denied(Reason reason, String detail, @Nullable AccessToken token) {
    denied(reason, detail, Scopes.none(), null, token);
  }

  void lacking(Shortfall shortfall, @Nullable McpOperation operation, AccessToken token) {
    record(shortfall.accept(new Lacking(operation, token)));
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

  private void record(AuthorizationEvent event) {
    recorder.record(event, Duration.ofNanos(ticker.getAsLong() - began));
  }

  private void denied(
      Reason reason,
      String detail,
      Scopes required,
      @Nullable McpOperation operation,
      @Nullable AccessToken token) {
    record(event(reason, detail, required, operation, token));
  }

  private AccessDenied event(
      Reason reason,
      String detail,
      Scopes required,
      @Nullable McpOperation operation,
      @Nullable AccessToken token) {
    return new AccessDenied(
        clock.instant(), resource, correlationId, reason, detail, required, operation, token);
  }
}
