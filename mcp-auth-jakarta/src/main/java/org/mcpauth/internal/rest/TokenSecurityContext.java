// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.engine.AuthorizationEngine;

/**
 * The caller as JAX-RS sees it; its roles are those of the token and its scopes.
 *
 * @param outer the security context of the container
 * @param token the verified token; empty for an anonymous caller
 * @param engine knows the scope hierarchy
 */
record TokenSecurityContext(
    SecurityContext outer, Optional<AccessToken> token, AuthorizationEngine engine)
    implements SecurityContext {

  @Override
  public @Nullable Principal getUserPrincipal() {
    return token.orElse(null);
  }

  @Override
  public boolean isUserInRole(String role) {
    return token.filter(t -> engine.isInRole(t, role)).isPresent();
  }

  @Override
  public boolean isSecure() {
    return outer.isSecure();
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return token.isPresent() ? "Bearer" : null;
  }
}
