// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.JsonException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.internal.requirement.Shortfall;
import org.mcpauth.internal.rpc.MalformedMessageException;
import org.mcpauth.internal.rpc.RpcError;
import org.mcpauth.internal.session.CallerSession;

/**
 * Decides what a caller who is known, or nobody, may ask for: session, then message, then
 * requirement.
 */
final class OperationAuthorizer {

  private final OperationRules rules;
  private final MessageReading reading;
  private final Visibility visibility;
  private final Sessions sessions;
  private final Refusals refusals;

  OperationAuthorizer(
      OperationRules rules,
      MessageReading reading,
      Visibility visibility,
      Sessions sessions,
      Refusals refusals) {
    this.rules = rules;
    this.reading = reading;
    this.visibility = visibility;
    this.sessions = sessions;
    this.refusals = refusals;
  }

  /**
   * Decides about a request of a caller.
   *
   * @param attempt the request
   * @param caller whose token is valid, and who may use it
   * @param headers for the answer, whatever it is
   */
  Decision decide(Attempt attempt, Caller caller, Map<String, String> headers) {
    Optional<CallerSession> session = sessions.of(attempt.request(), Optional.of(caller.token()));
    if (session.isEmpty()) {
      return sessionNotFound(attempt, caller.token());
    }
    try {
      MessageReading.Asked asked = reading.asked(attempt.request());
      return in(session.get(), decide(attempt, asked, caller, headers));
    } catch (MalformedMessageException e) {
      return malformed(attempt, caller, e.status(), e.error());
    } catch (JsonException e) {
      RpcError error = RpcError.withoutId(RpcError.INVALID_PARAMS, "A member occurs twice");
      return malformed(attempt, caller, 400, error);
    }
  }

  private static Decision malformed(Attempt attempt, Caller caller, int status, RpcError error) {
    attempt.log().denied(Reason.INVALID_REQUEST, error.message(), caller.token());
    return new Decision.Malformed(status, error);
  }

  private Decision decide(
      Attempt attempt, MessageReading.Asked asked, Caller caller, Map<String, String> headers)
      throws MalformedMessageException {
    Optional<Visibility.Hiding> hiding = visibility.hiding(asked, caller.token());
    List<McpOperation> operations =
        hiding.map(instead -> List.of(instead.unknown())).orElse(asked.operations());
    Optional<Shortfall> shortfall =
        rules.shortfall(operations, caller.token(), asked.parameters()::arguments);
    var refused = new Refusals.Refused(attempt, asked, caller, headers);
    if (hiding.isPresent()) {
      return refusals.hidden(hiding.get(), shortfall, refused);
    }
    return shortfall.isPresent()
        ? refusals.of(shortfall.get(), refused)
        : proceed(attempt, asked, Optional.of(caller), headers);
  }

  /**
   * Decides about a request of nobody. Only where something is open to everybody is the message of
   * an unknown caller read at all.
   *
   * @return empty if a token is needed
   */
  Optional<Decision> decideWithoutCaller(Attempt attempt) {
    if (!rules.hasAnonymous()) {
      return Optional.empty();
    }
    try {
      MessageReading.Asked asked = reading.asked(attempt.request());
      return asked.operations().stream().allMatch(rules::isAnonymous)
          ? Optional.of(open(attempt, asked))
          : Optional.empty();
    } catch (MalformedMessageException | JsonException e) {
      // What is wrong with a message is told to callers who may send one.
      return Optional.empty();
    }
  }

  private Decision open(Attempt attempt, MessageReading.Asked asked) {
    Optional<CallerSession> session = sessions.of(attempt.request(), Optional.empty());
    return session.isEmpty()
        ? sessionNotFound(attempt, null)
        : in(session.get(), proceed(attempt, asked, Optional.empty(), Map.of()));
  }

  private static Decision in(CallerSession session, Decision decision) {
    return decision instanceof Decision.Proceed proceed ? proceed.in(session) : decision;
  }

  private static Decision sessionNotFound(Attempt attempt, @Nullable AccessToken token) {
    attempt.log().denied(Reason.SESSION_NOT_FOUND, "the session is not this caller's", token);
    return new Decision.SessionNotFound();
  }

  private Decision proceed(
      Attempt attempt,
      MessageReading.Asked asked,
      Optional<Caller> caller,
      Map<String, String> headers) {
    Optional<AccessToken> token = caller.map(Caller::token);
    attempt.log().granted(asked.operation(), token);
    return new Decision.Proceed(
        caller,
        asked.operation(),
        asked.body(),
        CrossOrigin.headers(attempt.request(), headers),
        attempt.log().correlationId(),
        visibility.of(attempt.request(), asked, token),
        true);
  }
}
