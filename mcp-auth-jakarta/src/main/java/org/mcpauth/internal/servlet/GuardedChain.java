// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.AuthorizationException;
import org.mcpauth.internal.engine.AuthorizationEngine;

/**
 * What is behind the filter. What the interceptor refuses there is answered the same way as if it
 * had been refused before; the container would make an error page of it.
 *
 * @param chain what is behind the filter
 * @param engine makes the answer
 * @param view the request, as the engine sees it
 */
record GuardedChain(FilterChain chain, AuthorizationEngine engine, ServletRequestView view) {

  /** Their exceptions reach the dispatch around them, whose response can be written anew. */
  private static final Set<DispatcherType> NESTED =
      EnumSet.of(DispatcherType.FORWARD, DispatcherType.INCLUDE);

  void doFilter(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    boolean nested = NESTED.contains(request.getDispatcherType());
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      Optional<AuthorizationException> refusal = refusal(e);
      if (refusal.isEmpty() || nested || response.isCommitted() || request.isAsyncStarted()) {
        throw e;
      }
      HttpServletResponse container = TransformingChain.left(request, response);
      container.reset();
      ServletAnswer.write(engine.answer(refusal.get(), view), container);
    }
  }

  /** Containers and frameworks wrap what a method throws. */
  private static Optional<AuthorizationException> refusal(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .filter(AuthorizationException.class::isInstance)
        .map(AuthorizationException.class::cast)
        .findFirst();
  }
}
