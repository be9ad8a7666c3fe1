// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationException;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.metadata.ProtectedResourceMetadata;
import org.mcpauth.internal.metadata.WellKnownLocation;
import org.mcpauth.internal.requirement.Requirement;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.token.TokenAuthenticator;

/**
 * The one place where access to the protected resource is decided, for the bindings before dispatch
 * and for the interceptor at the method. Immutable but for caches; thread-safe.
 */
public final class AuthorizationEngine {

  private final McpAuthSettings settings;
  private final OperationRules rules;
  private final ProtectedResourceMetadata metadata;
  private final ProtectedPath endpoint;
  private final CrossOrigin crossOrigin;
  private final DecisionLog log;
  private final RequestAuthorizer authorizer;
  private final JsonProvider provider;

  /** One entry per application: where it is deployed never depends on a request. */
  private final Map<String, WellKnownLocation> locations = new ConcurrentHashMap<>();

  AuthorizationEngine(
      McpAuthSettings settings,
      OperationRules rules,
      TokenAuthenticator authenticator,
      ProtectedResourceMetadata metadata,
      Consumer<AuthorizationEvent> events,
      JsonProvider provider,
      Clock clock) {
    this.settings = settings;
    this.rules = rules;
    this.metadata = metadata;
    this.endpoint = new ProtectedPath(settings.endpoint().path());
    this.crossOrigin = new CrossOrigin(settings.endpoint());
    this.log = new DecisionLog(settings.resource(), events, clock);
    this.authorizer = new RequestAuthorizer(settings, rules, authenticator, log, provider);
    this.provider = provider;
  }

  /**
   * Decides about a request, before anything is dispatched.
   *
   * @param request the request
   * @return what becomes of it; never anything but a refusal if deciding fails
   */
  public Decision decide(HttpRequestView request) {
    try {
      return decideOrThrow(request);
    } catch (RuntimeException e) {
      Messages.error(e, Message.DECISION_FAILED);
      return failed();
    }
  }

  private Decision decideOrThrow(HttpRequestView request) {
    WellKnownLocation location = locationFor(request.contextPath());
    if (location.isAt(request.path())) {
      return metadata(request);
    }
    if (!endpoint.covers(request)) {
      return new Decision.Pass();
    }
    if (!crossOrigin.isAllowed(request)) {
      log.denied(Reason.FORBIDDEN_ORIGIN, "the Origin or Host is not allowed");
      return new Decision.ForbiddenOrigin();
    }
    if (CrossOrigin.isPreflight(request)) {
      return new Decision.Preflight(false);
    }
    return authorizer.decide(request, location);
  }

  private Decision failed() {
    try {
      log.denied(Reason.INTERNAL_ERROR, "deciding failed");
    } catch (RuntimeException e) {
      Messages.error(e, Message.DECISION_FAILED);
    }
    return new Decision.Failed();
  }

  private Decision metadata(HttpRequestView request) {
    if (CrossOrigin.isPreflight(request)) {
      return new Decision.Preflight(true);
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> new Decision.Metadata(metadata.json());
      default -> new Decision.MetadataMethodNotAllowed();
    };
  }

  /**
   * Turns a decision into an answer.
   *
   * @param decision the decision
   * @param request the request that it is about
   * @return status, headers and body
   */
  public HttpAnswer answer(Decision.Answered decision, HttpRequestView request) {
    return decision.accept(new Answers(settings, provider, request));
  }

  /**
   * Turns the refusal of an invocation into an answer: the same as if it had been refused before.
   *
   * @param refusal why the invocation was refused
   * @param request the request during which it happened
   * @return status, headers and body
   */
  public HttpAnswer answer(AuthorizationException refusal, HttpRequestView request) {
    Decision.Answered decision = authorizer.refusal(refusal, locationFor(request.contextPath()));
    return answer(decision, request);
  }

  /**
   * Decides about the invocation of an annotated method: the second lock.
   *
   * @param requirement what the method requires
   * @param token the verified token of the current request, if it brought one
   * @throws InvalidTokenException if there is no token
   * @throws InsufficientScopeException if the token lacks a scope
   */
  public void authorizeInvocation(Requirement requirement, Optional<AccessToken> token) {
    AccessToken verified =
        token.orElseThrow(
            () -> {
              log.denied(Reason.NO_CREDENTIALS, "a guarded method was called without a token");
              return new InvalidTokenException("There is no verified access token");
            });
    Optional<Scopes> missing = rules.missing(List.of(requirement), verified);
    if (missing.isPresent()) {
      log.lacking(missing.get(), null, verified);
      throw new InsufficientScopeException(missing.get());
    }
  }

  /**
   * Tells whether a token is worth a scope, itself or through the hierarchy.
   *
   * @param token a verified token
   * @param scope a scope
   * @return true if it is
   */
  public boolean isWorth(AccessToken token, String scope) {
    return rules.isWorth(token, scope);
  }

  /**
   * Finds where an application that is deployed at a context path has its metadata.
   *
   * @param contextPath where it is deployed; empty for the root
   * @return the location
   * @throws ConfigurationException if nothing would be protected there
   */
  public WellKnownLocation locationFor(String contextPath) {
    return locations.computeIfAbsent(contextPath, c -> WellKnownLocation.of(settings, c));
  }

  /**
   * Where the protected endpoint is.
   *
   * @return its path on this server, with the context path
   */
  public String protectedPath() {
    return endpoint.path();
  }

  /** Says in the log what is protected by what. */
  public void announce() {
    Messages.info(
        Message.PROTECTED,
        settings.resource(),
        settings.endpoint().path(),
        settings.authorizationServers(),
        rules.size());
  }
}
