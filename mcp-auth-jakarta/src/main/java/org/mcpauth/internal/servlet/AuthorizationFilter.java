// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.cdi.CurrentRequest;
import org.mcpauth.internal.cdi.RequestIdentity;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.HttpAnswer;
import org.mcpauth.internal.settings.ConfigurationException;

/** Shows requests to the engine and does what it decides. */
public final class AuthorizationFilter extends HttpFilter {

  @Serial private static final long serialVersionUID = 1L;

  /** Holds what was decided, for dispatches of the same request: forwards, includes, async. */
  private static final String DECIDED = "org.mcpauth.decided";

  private transient @Nullable Gate gate;

  /** What this filter needs for every request. */
  private record Gate(AuthorizationEngine engine, RequestIdentity identity) {}

  /** Made by the container. */
  public AuthorizationFilter() {}

  /** Checks that the protected path is in this application: if not, nothing would be protected. */
  @Override
  public void init() throws ServletException {
    Gate made = new Gate(CurrentRequest.engine(), CurrentRequest.identity());
    try {
      made.engine().locationFor(getServletContext().getContextPath());
    } catch (ConfigurationException e) {
      throw new ServletException(e.getMessage(), e);
    }
    gate = made;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Gate current = gate;
    if (current == null) {
      throw new ServletException("the filter was not initialized");
    }
    String contextPath = getServletContext().getContextPath();
    current.identity().seenAt(contextPath);
    if (request.getAttribute(DECIDED) instanceof Decision.Proceed decided) {
      current.identity().bind(decided.token());
      chain.doFilter(authorized(request, decided, current.engine()), response);
      return;
    }
    ServletRequestView view = new ServletRequestView(request, contextPath);
    Decision decision = current.engine().decide(view);
    if (decision instanceof Decision.Pass) {
      chain.doFilter(request, response);
    } else if (decision instanceof Decision.Proceed proceed) {
      request.setAttribute(DECIDED, proceed);
      current.identity().bind(proceed.token());
      proceed.headers().forEach(response::setHeader);
      chain.doFilter(new AuthorizedRequest(request, proceed, current.engine()), response);
    } else if (decision instanceof Decision.Answered answered) {
      write(current.engine().answer(answered, view), response);
    }
  }

  /** An async dispatch may begin again with the request as the container has it, unwrapped. */
  private static HttpServletRequest authorized(
      HttpServletRequest request, Decision.Proceed decided, AuthorizationEngine engine) {
    boolean wrapped =
        request instanceof AuthorizedRequest
            || (request instanceof ServletRequestWrapper wrapper
                && wrapper.isWrapperFor(AuthorizedRequest.class));
    return wrapped ? request : new AuthorizedRequest(request, decided, engine);
  }

  private static void write(HttpAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
