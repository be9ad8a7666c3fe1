// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * Whether the filter is in front of an application. An attribute says so: the filters of a context
 * are not shown to every listener (Jakarta Servlet 6.0 §4.4).
 */
final class InstalledGate {

  private static final String ATTRIBUTE = "org.mcpauth.installed";

  private InstalledGate() {}

  static void note(ServletContext context) {
    context.setAttribute(ATTRIBUTE, true);
  }

  /**
   * Stops the deployment if the filter is absent: at once or, where CDI starts among the
   * initializers and ours may yet come, when all of them ran.
   */
  static void require(ServletContext context) {
    if (!isNoted(context) && !isAskedLater(context)) {
      throw absent();
    }
  }

  private static boolean isNoted(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) != null;
  }

  /** Only as long as initializers run may such a listener be added (§4.4.3.1). */
  private static boolean isAskedLater(ServletContext context) {
    try {
      context.addListener(new LaterCheck());
      return true;
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static ConfigurationException absent() {
    return new ConfigurationException(Message.FILTER_ABSENT.with());
  }

  /** Asks again before any request comes. */
  private static final class LaterCheck implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      if (!isNoted(event.getServletContext())) {
        throw absent();
      }
    }
  }
}
