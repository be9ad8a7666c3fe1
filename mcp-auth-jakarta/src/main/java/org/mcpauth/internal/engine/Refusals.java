// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationException;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InsufficientUserAuthenticationException;
import org.mcpauth.OperationForbiddenException;
import org.mcpauth.Scopes;
import org.mcpauth.TokenExchangeException;
import org.mcpauth.internal.challenge.Challenge;
import org.mcpauth.internal.requirement.Shortfall;
import org.mcpauth.internal.rpc.MalformedMessageException;
import org.mcpauth.internal.rpc.RpcMessage;

/** Refuses callers whose token is valid and not enough. */
final class Refusals {

  private final Challenges challenges;
  private final StepUpRules stepUp;
  private final Visibility visibility;

  Refusals(Challenges challenges, StepUpRules stepUp, Visibility visibility) {
    this.challenges = challenges;
    this.stepUp = stepUp;
    this.visibility = visibility;
  }

  /**
   * Who asked for what.
   *
   * @param attempt the request
   * @param asked what it asks for
   * @param caller who asks
   * @param headers headers for the answer
   */
  record Refused(
      Attempt attempt, MessageReading.Asked asked, Caller caller, Map<String, String> headers) {

    HttpRequestView request() {
      return attempt.request();
    }

    AccessToken token() {
      return caller.token();
    }
  }

  /** Refuses a caller who may know what it lacks. */
  Decision of(Shortfall shortfall, Refused refused) {
    refused.attempt().log().lacking(shortfall, refused.asked().operation(), refused.token());
    return shortfall.accept(new Answer(refused));
  }

  /**
   * Refuses a caller who may not know of what it asks for.
   *
   * @param hiding what is asked for instead
   * @param ofUnknown what the caller lacks for that; empty if the server is to be asked for it
   */
  Decision hidden(Visibility.Hiding hiding, Optional<Shortfall> ofUnknown, Refused refused)
      throws MalformedMessageException {
    refused
        .attempt()
        .log()
        .lacking(hiding.shortfall(), refused.asked().operation(), refused.token());
    if (ofUnknown.isPresent()) {
      return ofUnknown.get().accept(new Answer(refused));
    }
    Visibility.Hidden hidden =
        visibility.hidden(refused.request(), refused.asked(), hiding.unknown());
    return new Decision.Proceed(
        Optional.of(refused.caller()),
        refused.asked().operation(),
        Optional.of(hidden.body()),
        CrossOrigin.headers(refused.request(), refused.headers()),
        refused.attempt().log().correlationId(),
        hidden.passage(),
        false);
  }

  private final class Answer implements Shortfall.Cases<Decision> {

    private final Refused refused;

    private Answer(Refused refused) {
      this.refused = refused;
    }

    @Override
    public Decision forbidden(Shortfall.Forbidden shortfall) {
      return new Decision.Forbidden(id(), refused.headers());
    }

    @Override
    public Decision authentication(Shortfall.Authentication shortfall) {
      Shortfall.Authentication named =
          new Shortfall.Authentication(
              shortfall.acrValues(), shortfall.maxAge(), named(shortfall.scopes()));
      return new Decision.Challenged(
          challenges.insufficientAuthentication(
              refused.attempt().used(), named, refused.attempt().metadata()),
          refused.headers());
    }

    @Override
    public Decision scope(Shortfall.Scope shortfall) {
      Challenge challenge =
          challenges.insufficientScope(
              refused.attempt().used(), named(shortfall.required()), refused.attempt().metadata());
      Optional<RpcMessage.Request> call =
          stepUp.toldAsToolError(refused.asked(), refused.request());
      if (call.isPresent()) {
        return new Decision.ToolError(
            call.get().id(), shortfall.required(), challenge, refused.headers());
      }
      return new Decision.Challenged(challenge, refused.headers());
    }

    /** Whatever the client has to ask for a new token for, it must not lose the other scopes. */
    private Scopes named(Scopes required) {
      return stepUp.challengeScopes(required, refused.token(), refused.asked().revision());
    }

    private JsonValue id() {
      return refused.asked().message().map(RpcMessage::idOrNull).orElse(JsonValue.NULL);
    }
  }

  /** The answer to what the interceptor refused; it has reported that already. */
  Decision.Answered of(AuthorizationException refusal, URI metadata) {
    if (refusal instanceof InsufficientScopeException lacking) {
      return new Decision.Challenged(
          challenges.insufficientScope(challenges.firstScheme(), lacking.required(), metadata),
          Map.of());
    }
    if (refusal instanceof InsufficientUserAuthenticationException weak) {
      Shortfall.Authentication shortfall =
          new Shortfall.Authentication(weak.acrValues(), weak.maxAge(), weak.scopes());
      return new Decision.Challenged(
          challenges.insufficientAuthentication(challenges.firstScheme(), shortfall, metadata),
          Map.of());
    }
    if (refusal instanceof OperationForbiddenException) {
      return new Decision.Forbidden(JsonValue.NULL, Map.of());
    }
    if (refusal instanceof AuthorizationServerUnavailableException
        || refusal instanceof TokenExchangeException) {
      return new Decision.Unavailable();
    }
    return new Decision.Challenged(challenges.credentialsMissing(metadata), Map.of());
  }
}
