// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mcpauth.internal.lists.AnswerTransform;

/**
 * What is behind the filter, with its answer changed.
 *
 * @param chain what is behind the filter
 * @param transform changes the answer
 */
record TransformingChain(FilterChain chain, AnswerTransform transform) implements FilterChain {

  /** Holds the response that the server sees, for asynchronous work and further dispatches. */
  private static final String SHOWN = "org.mcpauth.answer";

  static Optional<TransformedResponse> shown(ServletRequest request) {
    return request.getAttribute(SHOWN) instanceof TransformedResponse response && !response.isLeft()
        ? Optional.of(response)
        : Optional.empty();
  }

  /** The container's response, if another answer than the server's is to be written. */
  static HttpServletResponse left(ServletRequest request, HttpServletResponse response) {
    return shown(request).map(TransformedResponse::leave).orElse(response);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response)
      throws IOException, ServletException {
    DispatcherType type = request.getDispatcherType();
    // What the server had written when it failed is no part of the answer about that.
    TransformedResponse changed =
        shown(request)
            .filter(before -> type != DispatcherType.ERROR)
            .orElseGet(() -> begin(request, response));
    if (type == DispatcherType.ASYNC) {
      changed.setAsync(false);
    }
    chain.doFilter(request, changed.isAround(response) ? response : changed);
    boolean nested = type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE;
    if (!nested && !changed.isAsync()) {
      changed.finish();
    }
  }

  private TransformedResponse begin(ServletRequest request, ServletResponse response) {
    TransformedResponse changed =
        new TransformedResponse((HttpServletResponse) response, transform);
    request.setAttribute(SHOWN, changed);
    return changed;
  }
}
