// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.cdi.CurrentRequest;
import org.mcpauth.internal.engine.AuthorizationEngine;

/**
 * Tells the container who the caller of a protected endpoint is, with the roles of the token as
 * groups (Jakarta Security 3.0 §2), so that its own {@code @RolesAllowed} on enterprise beans and
 * Jakarta REST resources works. Only that: what becomes of the request is decided by the filter,
 * which comes next. {@link ContainerLoginExtension} makes it a bean where that is configured.
 */
public class TokenAuthenticationMechanism implements HttpAuthenticationMechanism {

  /** Made by the container. */
  public TokenAuthenticationMechanism() {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String contextPath = request.getServletContext().getContextPath();
    AuthorizationEngine engine = CurrentRequest.engine();
    Optional<AccessToken> token = engine.identify(new ServletRequestView(request, contextPath));
    return token.isPresent()
        ? context.notifyContainerAboutLogin(token.get(), token.get().roles())
        : context.doNothing();
  }
}
