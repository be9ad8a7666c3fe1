// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.cdi.CurrentRequest;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;

/** Shows requests to the engine and does what it decides. */
public final class AuthorizationFilter extends HttpFilter {

  @Serial private static final long serialVersionUID = 1L;

  /** Holds what was decided, for dispatches of the same request: forwards, includes, async. */
  private static final String DECIDED = "org.mcpauth.decided";

  private transient @Nullable Gate gate;

  /** Made by the container. */
  public AuthorizationFilter() {}

  /**
   * Throws nothing: Payara leaves a filter out that does, and runs the application without it. That
   * the deployment stops is for {@link StartCheck}; where it does not, every request is refused.
   */
  @Override
  public void init() {
    try {
      gate = Gate.of(getServletContext());
    } catch (RuntimeException e) {
      Messages.error(e, Message.EVERYTHING_REFUSED);
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Gate current = gate;
    if (current == null) {
      response.setHeader("Cache-Control", "no-store");
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    String contextPath = getServletContext().getContextPath();
    request.setAttribute(CurrentRequest.CONTEXT_PATH, contextPath);
    ServletRequestView view = new ServletRequestView(request, contextPath);
    if (request.getAttribute(DECIDED) instanceof Decision.Proceed decided) {
      CurrentRequest.note(current.identity(), contextPath, Optional.of(decided));
      new GuardedChain(passing(chain, decided), current.engine(), view)
          .doFilter(authorized(request, decided, current.engine()), inSession(response, decided));
      return;
    }
    Decision decision = current.engine().decide(view);
    if (decision instanceof Decision.Pass) {
      CurrentRequest.note(current.identity(), contextPath, Optional.empty());
      new GuardedChain(chain, current.engine(), view).doFilter(request, response);
    } else if (decision instanceof Decision.Proceed proceed) {
      request.setAttribute(DECIDED, proceed);
      CurrentRequest.note(current.identity(), contextPath, Optional.of(proceed));
      ServletAnswer.addHeaders(proceed.headers(), response);
      new GuardedChain(passing(chain, proceed), current.engine(), view)
          .doFilter(
              new AuthorizedRequest(request, proceed, current.engine()),
              inSession(response, proceed));
    } else if (decision instanceof Decision.Answered answered) {
      ServletAnswer.write(current.engine().answer(answered, view), response);
    }
  }

  private static HttpServletResponse inSession(
      HttpServletResponse response, Decision.Proceed proceed) {
    boolean wrapped =
        response instanceof ServletResponseWrapper wrapper
            && (response instanceof SessionResponse || wrapper.isWrapperFor(SessionResponse.class));
    return proceed
        .passage()
        .session()
        .filter(session -> !wrapped)
        .<HttpServletResponse>map(session -> new SessionResponse(response, session))
        .orElse(response);
  }

  private static FilterChain passing(FilterChain chain, Decision.Proceed proceed) {
    return proceed
        .passage()
        .answer()
        .<FilterChain>map(transform -> new TransformingChain(chain, transform))
        .orElse(chain);
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
}
