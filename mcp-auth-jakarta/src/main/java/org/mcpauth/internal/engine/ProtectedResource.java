// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationException;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.internal.metadata.ProtectedResourceMetadata;
import org.mcpauth.internal.metadata.WellKnownLocation;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.ResourceSettings;

/** One of the resources of the application, with its metadata. Thread-safe. */
final class ProtectedResource {

  private final ResourceSettings settings;
  private final boolean alone;
  private final ProtectedResourceMetadata metadata;
  private final RequestAuthorizer authorizer;
  private final DecisionLog log;
  private final ProtectedPath path;
  private final CrossOrigin crossOrigin;

  /** One entry per application: where it is deployed never depends on a request. */
  private final Map<String, WellKnownLocation> locations = new ConcurrentHashMap<>();

  ProtectedResource(
      ResourceSettings settings,
      boolean alone,
      ProtectedResourceMetadata metadata,
      RequestAuthorizer authorizer,
      DecisionLog log) {
    this.settings = settings;
    this.alone = alone;
    this.metadata = metadata;
    this.authorizer = authorizer;
    this.log = log;
    this.path = new ProtectedPath(settings.endpoint().path());
    this.crossOrigin = new CrossOrigin(settings.endpoint());
  }

  ResourceSettings settings() {
    return settings;
  }

  ProtectedPath path() {
    return path;
  }

  DecisionLog log() {
    return log;
  }

  /**
   * Finds where an application that is deployed at a context path has its metadata.
   *
   * @throws ConfigurationException if nothing would be protected there
   */
  WellKnownLocation locationFor(String contextPath) {
    return locations.computeIfAbsent(contextPath, c -> WellKnownLocation.of(settings, alone, c));
  }

  /** The answer to a request for the metadata; empty for any other request. */
  Optional<Decision> metadata(HttpRequestView request) {
    if (!locationFor(request.contextPath()).isAt(request.path())) {
      return Optional.empty();
    }
    return Optional.of(
        Decision.document(
            request, metadata.json(), metadata.entityTag(), settings.metadata().maxAge()));
  }

  /** Decides about a request to the endpoint. */
  Decision decide(HttpRequestView request, RequestLog log) {
    if (!crossOrigin.isAllowed(request)) {
      log.denied(Reason.FORBIDDEN_ORIGIN, "the Origin or Host is not allowed");
      return new Decision.ForbiddenOrigin();
    }
    if (CrossOrigin.isPreflight(request)) {
      return new Decision.Preflight(false);
    }
    return authorizer.decide(request, locationFor(request.contextPath()), log);
  }

  /** Who sends a request; empty if that is not known for certain. */
  Optional<AccessToken> identify(HttpRequestView request) {
    return authorizer.identify(request);
  }

  Decision.Answered refusal(AuthorizationException refusal, String contextPath) {
    return authorizer.refusal(refusal, locationFor(contextPath));
  }

  /** Tells whether a token was issued for this resource. */
  boolean isFor(AccessToken token) {
    return settings.issuerOf(token).isPresent();
  }
}
