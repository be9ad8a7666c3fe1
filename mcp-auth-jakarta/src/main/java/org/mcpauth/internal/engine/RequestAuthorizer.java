// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.JsonException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationException;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.internal.challenge.ChallengeError;
import org.mcpauth.internal.challenge.Scheme;
import org.mcpauth.internal.metadata.WellKnownLocation;
import org.mcpauth.internal.proof.Confirmation;
import org.mcpauth.internal.proof.DpopNonces;
import org.mcpauth.internal.proof.PresentedToken;
import org.mcpauth.internal.proof.ProofResult;
import org.mcpauth.internal.proof.SenderConstraints;
import org.mcpauth.internal.requirement.Shortfall;
import org.mcpauth.internal.rpc.MalformedMessageException;
import org.mcpauth.internal.rpc.RpcError;
import org.mcpauth.internal.session.CallerSession;
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.internal.settings.Secret;
import org.mcpauth.internal.token.BearerTokenExtractor;
import org.mcpauth.internal.token.Credentials;
import org.mcpauth.internal.token.TokenAuthenticator;

/**
 * Decides about a request to the protected endpoint: credentials, then token, then proof of
 * possession, then message, then requirement. An expired token is refused before there is any talk
 * of scopes, and a caller without a token learns nothing but the base challenge.
 */
final class RequestAuthorizer {

  private final ResourceSettings settings;
  private final OperationRules rules;
  private final TokenAuthenticator authenticator;
  private final SenderConstraints senders;
  private final MessageReading reading;
  private final Visibility visibility;
  private final Sessions sessions;
  private final Challenges challenges;
  private final Refusals refusals;

  RequestAuthorizer(
      ResourceSettings settings,
      OperationRules rules,
      TokenAuthenticator authenticator,
      SenderConstraints senders,
      MessageReading reading,
      StepUpRules stepUp,
      Visibility visibility,
      Sessions sessions) {
    this.settings = settings;
    this.rules = rules;
    this.authenticator = authenticator;
    this.senders = senders;
    this.reading = reading;
    this.visibility = visibility;
    this.sessions = sessions;
    this.challenges = new Challenges(settings);
    this.refusals = new Refusals(challenges, stepUp, visibility);
  }

  Decision decide(HttpRequestView request, WellKnownLocation location, RequestLog log) {
    Credentials credentials =
        BearerTokenExtractor.extract(
            request.headers("Authorization"), request.query(), settings.dpop().constraint());
    Scheme used = credentials.dpopScheme() ? Scheme.DPOP : Scheme.BEARER;
    var attempt = new Attempt(request, log, used, location.url());
    if (credentials instanceof Credentials.Bearer bearer) {
      return withToken(attempt, bearer.token());
    }
    if (credentials instanceof Credentials.Dpop dpop) {
      return withToken(attempt, dpop.token());
    }
    if (credentials instanceof Credentials.None) {
      return withoutToken(attempt);
    }
    if (credentials instanceof Credentials.MalformedToken malformed) {
      return rejected(attempt, ChallengeError.INVALID_TOKEN, malformed.reason(), Map.of());
    }
    String reason = ((Credentials.MalformedRequest) credentials).reason();
    log.denied(Reason.INVALID_REQUEST, reason);
    return new Decision.Challenged(
        challenges.invalidRequest(used, reason, location.url()), Map.of());
  }

  /**
   * A request, and what is known about it.
   *
   * @param request the request
   * @param log where decisions about it are told
   * @param used the scheme under which the token came, on which errors are told
   * @param metadata where the metadata is
   */
  private record Attempt(HttpRequestView request, RequestLog log, Scheme used, URI metadata) {}

  private Decision withToken(Attempt attempt, String text) {
    AccessToken token;
    try {
      token = authenticator.authenticate(text);
    } catch (InvalidTokenException e) {
      return rejected(
          attempt, ChallengeError.INVALID_TOKEN, String.valueOf(e.getMessage()), Map.of());
    } catch (AuthorizationServerUnavailableException e) {
      attempt.log().denied(Reason.UNAVAILABLE, String.valueOf(e.getMessage()));
      return new Decision.Unavailable();
    }
    return senders
        .decide(Confirmation.of(token), presented(attempt, text))
        .accept(new Proven(attempt, new Caller(token, new Secret(text))));
  }

  private PresentedToken presented(Attempt attempt, String text) {
    HttpRequestView request = attempt.request();
    return new PresentedToken(
        text,
        attempt.used() == Scheme.DPOP,
        request.method(),
        () -> PublicUrl.of(settings, request),
        request::headers,
        request::clientCertificate);
  }

  /** What becomes of a request whose token is valid, by whether its sender may use it. */
  private final class Proven implements ProofResult.Cases<Decision> {

    private final Attempt attempt;
    private final Caller caller;

    private Proven(Attempt attempt, Caller caller) {
      this.attempt = attempt;
      this.caller = caller;
    }

    @Override
    public Decision proven(ProofResult.Proven proven) {
      attempt.log().accepted(caller.token());
      Optional<CallerSession> session = sessions.of(attempt.request(), Optional.of(caller.token()));
      if (session.isEmpty()) {
        return sessionNotFound(attempt, caller.token());
      }
      Map<String, String> headers = proven.nonce().map(DpopNonces::headers).orElse(Map.of());
      try {
        MessageReading.Asked asked = reading.asked(attempt.request());
        return in(session.get(), withOperation(attempt, asked, caller, headers));
      } catch (MalformedMessageException e) {
        attempt.log().denied(Reason.INVALID_REQUEST, e.error().message(), caller.token());
        return new Decision.Malformed(e.status(), e.error());
      } catch (JsonException e) {
        RpcError error = RpcError.withoutId(RpcError.INVALID_PARAMS, "A member occurs twice");
        attempt.log().denied(Reason.INVALID_REQUEST, error.message(), caller.token());
        return new Decision.Malformed(400, error);
      }
    }

    @Override
    public Decision refused(ProofResult.Refused refused) {
      ChallengeError error =
          switch (refused.error()) {
            case INVALID_TOKEN -> ChallengeError.INVALID_TOKEN;
            case INVALID_DPOP_PROOF -> ChallengeError.INVALID_DPOP_PROOF;
            case USE_DPOP_NONCE -> ChallengeError.USE_DPOP_NONCE;
          };
      Map<String, String> headers = refused.nonce().map(DpopNonces::headers).orElse(Map.of());
      return rejected(attempt, error, refused.description(), headers);
    }

    @Override
    public Decision unavailable(ProofResult.Unavailable unavailable) {
      attempt.log().denied(Reason.UNAVAILABLE, "no room to remember the DPoP proof");
      return new Decision.Unavailable();
    }
  }

  private Decision rejected(
      Attempt attempt, ChallengeError error, String reason, Map<String, String> headers) {
    attempt.log().rejected(reason);
    return new Decision.Challenged(
        challenges.unauthorized(attempt.used(), error, reason, attempt.metadata()), headers);
  }

  private Decision withOperation(
      Attempt attempt, MessageReading.Asked asked, Caller caller, Map<String, String> headers)
      throws MalformedMessageException {
    Optional<Shortfall> shortfall =
        rules.shortfall(asked.operations(), caller.token(), asked.parameters()::arguments);
    if (shortfall.isPresent()) {
      return refusals.of(
          shortfall.get(),
          new Refusals.Refused(
              attempt.request(),
              attempt.log(),
              attempt.used(),
              attempt.metadata(),
              asked,
              caller,
              headers));
    }
    return proceed(attempt, asked, Optional.of(caller), headers);
  }

  /** Only where something is open to everybody is the message of an unknown caller read at all. */
  private Decision withoutToken(Attempt attempt) {
    if (rules.hasAnonymous()) {
      try {
        MessageReading.Asked asked = reading.asked(attempt.request());
        if (asked.operations().stream().allMatch(rules::isAnonymous)) {
          Optional<CallerSession> session = sessions.of(attempt.request(), Optional.empty());
          return session.isEmpty()
              ? sessionNotFound(attempt, null)
              : in(session.get(), proceed(attempt, asked, Optional.empty(), Map.of()));
        }
      } catch (MalformedMessageException | JsonException e) {
        // What is wrong with a message is told to callers who may send one.
      }
    }
    attempt.log().denied(Reason.NO_CREDENTIALS, "no access token");
    return new Decision.Challenged(challenges.credentialsMissing(attempt.metadata()), Map.of());
  }

  private static Decision in(CallerSession session, Decision decision) {
    return decision instanceof Decision.Proceed proceed ? proceed.in(session) : decision;
  }

  private Decision sessionNotFound(Attempt attempt, @Nullable AccessToken token) {
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
        visibility.of(attempt.request(), asked, token));
  }

  /** The token of a request, if it is valid without anything else. */
  Optional<AccessToken> identify(HttpRequestView request) {
    Credentials credentials =
        BearerTokenExtractor.extract(
            request.headers("Authorization"), request.query(), settings.dpop().constraint());
    return credentials instanceof Credentials.Bearer bearer
        ? Optional.of(authenticator.authenticate(bearer.token()))
            .filter(token -> !Confirmation.of(token).isBound())
        : Optional.empty();
  }

  /** The answer to what the interceptor refused; it has reported that already. */
  Decision.Answered refusal(AuthorizationException refusal, WellKnownLocation location) {
    return refusals.of(refusal, location.url());
  }
}
