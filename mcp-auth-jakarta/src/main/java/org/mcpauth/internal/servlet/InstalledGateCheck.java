// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import org.mcpauth.internal.cdi.PresentType;

/**
 * Stops the deployment of a web application that the filter is not in front of: it would run, and
 * nothing would be protected.
 */
@ApplicationScoped
public class InstalledGateCheck {

  private static final boolean SERVLETS = PresentType.isThere("jakarta.servlet.ServletContext");

  /** Made by the container. */
  public InstalledGateCheck() {}

  /**
   * Looks for the filter, before the engine says in the log what is protected.
   *
   * @param event a servlet context, where there are servlets; no signature of this class says so,
   *     because it is a bean where there are none, too
   */
  void check(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.PLATFORM_BEFORE)
          Object event) {
    if (SERVLETS && event instanceof ServletContext context) {
      InstalledGate.require(context);
    }
  }

  /**
   * Refuses requests to such an application: Payara shows the servlet context, when that starts,
   * only to beans in WEB-INF/classes.
   *
   * @param event a request, where there are servlets
   */
  void refuse(@Observes @Initialized(RequestScoped.class) Object event) {
    if (SERVLETS && event instanceof ServletRequest request) {
      InstalledGate.require(request.getServletContext());
    }
  }
}
