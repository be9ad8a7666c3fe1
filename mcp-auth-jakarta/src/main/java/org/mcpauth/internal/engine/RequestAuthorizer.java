// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Map;
import java.util.Optional;
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
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.internal.settings.Secret;
import org.mcpauth.internal.token.BearerTokenExtractor;
import org.mcpauth.internal.token.Credentials;
import org.mcpauth.internal.token.TokenAuthenticator;

/**
 * Decides about a request to the protected endpoint: credentials, then token, then proof of
 * possession, then what {@link OperationAuthorizer} asks. An expired token is refused before there
 * is any talk of scopes, and a caller without a token learns nothing but the base challenge.
 */
final class RequestAuthorizer {

  private final ResourceSettings settings;
  private final TokenAuthenticator authenticator;
  private final SenderConstraints senders;
  private final Challenges challenges;
  private final Refusals refusals;
  private final OperationAuthorizer operations;

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
    this.authenticator = authenticator;
    this.senders = senders;
    this.challenges = new Challenges(settings);
    this.refusals = new Refusals(challenges, stepUp, visibility);
    this.operations = new OperationAuthorizer(rules, reading, visibility, sessions, refusals);
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
      Map<String, String> headers = proven.nonce().map(DpopNonces::headers).orElse(Map.of());
      return operations.decide(attempt, caller, headers);
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

  private Decision withoutToken(Attempt attempt) {
    Optional<Decision> open = operations.decideWithoutCaller(attempt);
    if (open.isPresent()) {
      return open.get();
    }
    attempt.log().denied(Reason.NO_CREDENTIALS, "no access token");
    return new Decision.Challenged(challenges.credentialsMissing(attempt.metadata()), Map.of());
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
