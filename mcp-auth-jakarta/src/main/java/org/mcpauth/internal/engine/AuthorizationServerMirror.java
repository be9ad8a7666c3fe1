// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Optional;
import java.util.Set;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.issuer.IssuerMetadata;
import org.mcpauth.internal.metadata.EntityTag;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * Shows the metadata of the authorization server, unchanged, where clients of MCP 2025-03-26 look
 * for it: at the resource's own host. Thread-safe.
 */
final class AuthorizationServerMirror {

  private static final Set<String> SUFFIXES =
      Set.of("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");

  private final ResourceSettings resource;
  private final IssuerMetadata metadata;

  AuthorizationServerMirror(ResourceSettings resource, IssuerMetadata metadata) {
    this.resource = resource;
    this.metadata = metadata;
  }

  /** The answer to a request for that metadata; empty for any other request. */
  Optional<Decision> answer(HttpRequestView request) {
    return isAt(request) ? Optional.of(document(request)) : Optional.empty();
  }

  /** With nothing behind it, or the path of the endpoint as clients insert it. */
  private boolean isAt(HttpRequestView request) {
    String path = resource.endpoint().path();
    String inContext = path.substring(Math.min(request.contextPath().length(), path.length()));
    return SUFFIXES.stream()
        .map(suffix -> request.contextPath() + suffix)
        .anyMatch(at -> request.path().equals(at) || request.path().equals(at + inContext));
  }

  private Decision document(HttpRequestView request) {
    try {
      String json = metadata.get().text();
      return Decision.document(request, json, EntityTag.of(json), resource.metadata().maxAge());
    } catch (AuthorizationServerUnavailableException e) {
      return new Decision.Unavailable();
    }
  }
}
