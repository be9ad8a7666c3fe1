// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import java.io.Serial;

/**
 * Stops the deployment if the application cannot be protected as it is. A filter in front of
 * nothing: filters begin when all servlets are known, and listeners before.
 */
public final class StartCheck extends HttpFilter {

  @Serial private static final long serialVersionUID = 1L;

  /** Made by the container. */
  public StartCheck() {}

  @Override
  public void init() throws ServletException {
    try {
      Gate.of(getServletContext());
    } catch (RuntimeException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }
}
