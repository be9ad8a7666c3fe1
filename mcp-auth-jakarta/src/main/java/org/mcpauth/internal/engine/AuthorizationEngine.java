// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.spi.JsonProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationException;
import org.mcpauth.McpOperation;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.requirement.Requirement;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * The one place where access to the protected resources is decided, for the bindings before
 * dispatch and for the interceptor at the method. Immutable but for caches; thread-safe.
 */
public final class AuthorizationEngine {

  private final McpAuthSettings settings;
  private final OperationRules rules;

  /** The longest path first: of two that lead to a request, the more specific one counts. */
  private final List<ProtectedResource> resources;

  private final Optional<AuthorizationServerMirror> mirror;
  private final IssuerReadiness readiness;
  private final JsonProvider provider;
  private final InvocationAuthorizer invocations;

  AuthorizationEngine(
      McpAuthSettings settings,
      OperationRules rules,
      List<ProtectedResource> resources,
      Optional<AuthorizationServerMirror> mirror,
      IssuerReadiness readiness,
      JsonProvider provider) {
    this.settings = settings;
    this.rules = rules;
    this.resources =
        resources.stream()
            .sorted(
                Comparator.comparingInt(
                    resource -> -resource.settings().endpoint().path().length()))
            .toList();
    this.mirror = mirror;
    this.readiness = readiness;
    this.provider = provider;
    this.invocations = new InvocationAuthorizer(rules, this.resources);
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
      return failed(() -> resources.get(0).log().of(request));
    }
  }

  private Decision decideOrThrow(HttpRequestView request) {
    for (ProtectedResource resource : resources) {
      Optional<Decision> metadata = resource.metadata(request);
      if (metadata.isPresent()) {
        return metadata.get();
      }
    }
    Optional<Decision> mirrored = mirror.flatMap(shown -> shown.answer(request));
    if (mirrored.isPresent()) {
      return mirrored.get();
    }
    return asked(request).map(resource -> decide(request, resource)).orElseGet(Decision.Pass::new);
  }

  private Decision decide(HttpRequestView request, ProtectedResource resource) {
    RequestLog log = resource.log().of(request);
    try {
      return resource.decide(request, log);
    } catch (RuntimeException e) {
      Messages.error(e, Message.DECISION_FAILED);
      return failed(() -> log);
    }
  }

  /** The resource that a request is for; empty if it is none of ours. */
  private Optional<ProtectedResource> asked(HttpRequestView request) {
    return resources.stream()
        .filter(resource -> resource.path().leadsTo(request))
        .findFirst()
        .or(
            () ->
                resources.stream()
                    .filter(resource -> resource.path().resembles(request))
                    .findFirst());
  }

  private static Decision failed(Supplier<RequestLog> log) {
    try {
      log.get().denied(Reason.INTERNAL_ERROR, "deciding failed");
    } catch (RuntimeException e) {
      Messages.error(e, Message.DECISION_FAILED);
    }
    return new Decision.Failed();
  }

  /**
   * Finds out who sends a request, for the container. Nothing is decided, and nothing reported.
   *
   * @param request the request
   * @return the verified token; empty if the request is none of ours or brings no valid token, or
   *     one that is bound to its sender, since a proof is good for one time only
   */
  public Optional<AccessToken> identify(HttpRequestView request) {
    try {
      return asked(request).flatMap(resource -> resource.identify(request));
    } catch (RuntimeException e) {
      return Optional.empty(); // the decision that follows says why
    }
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
    ProtectedResource resource = asked(request).orElse(resources.get(0));
    return answer(resource.refusal(refusal, request.contextPath()), request);
  }

  /**
   * Decides about the invocation of an annotated method: the second lock.
   *
   * @param requirements what the method requires; all of it
   * @param token the verified token of the current request, if it brought one
   * @param correlationId {@link Decision.Proceed#correlationId}, if a binding decided before
   * @throws AuthorizationException if the caller may not invoke it: one without a token, unless
   *     nothing is required, or one whose token is not enough
   */
  public void authorizeInvocation(
      List<Requirement> requirements, Optional<AccessToken> token, Optional<String> correlationId) {
    invocations.authorize(requirements, token, correlationId);
  }

  /**
   * Tells whether a caller is in a role: if the token names the role, or is worth the scope of that
   * name, itself or through the hierarchy.
   *
   * @param token a verified token
   * @param role a role or a scope
   * @return true if the caller is
   */
  public boolean isInRole(AccessToken token, String role) {
    return token.roles().contains(role) || rules.isWorth(token, role);
  }

  /**
   * Tells whether an operation is one that the application or MCP declares.
   *
   * @param operation the operation that a request asks for
   * @return false for a name that a caller may have made up
   */
  public boolean knows(McpOperation operation) {
    return rules.registry().knows(operation);
  }

  /**
   * Checks that an application that is deployed at a context path serves what is to be protected.
   *
   * @param contextPath where it is deployed; empty for the root
   * @throws ConfigurationException if nothing would be protected there
   */
  public void requireBelow(String contextPath) {
    resources.forEach(resource -> resource.locationFor(contextPath));
  }

  /**
   * Where the protected endpoints are.
   *
   * @return their paths on this server, with the context path
   */
  public List<String> protectedPaths() {
    return resources.stream().map(resource -> resource.path().path()).toList();
  }

  /**
   * Whether tokens could be verified now.
   *
   * @return what is known of each authorization server
   */
  public IssuerReadiness readiness() {
    return readiness;
  }

  /** Says in the log what is protected by what. */
  public void announce() {
    for (ProtectedResource resource : resources) {
      ResourceSettings of = resource.settings();
      Messages.info(
          Message.PROTECTED,
          of.resource(),
          of.endpoint().path(),
          of.authorizationServers(),
          rules.registry().size());
    }
    new RequirementTable(rules, settings.operations().defaultPolicy()).announce();
  }
}
