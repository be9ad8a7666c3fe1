// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletContext;
import org.mcpauth.internal.cdi.CurrentRequest;
import org.mcpauth.internal.cdi.RequestIdentity;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * What the filter needs for every request.
 *
 * @param engine decides
 * @param identity a proxy for that of the current request
 */
record Gate(AuthorizationEngine engine, RequestIdentity identity) {

  /**
   * The gate of an application.
   *
   * @throws ConfigurationException if the application cannot be protected as it is
   * @throws IllegalStateException if there is no CDI in it
   */
  static Gate of(ServletContext context) {
    Gate gate = new Gate(CurrentRequest.engine(), CurrentRequest.identity());
    AnnotatedClasses.requireBeans(context, CurrentRequest.beans());
    gate.engine.requireBelow(context.getContextPath());
    for (String path : gate.engine.protectedPaths()) {
      ServedPath.require(context, path);
    }
    return gate;
  }
}
