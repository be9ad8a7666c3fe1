// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.spi.CDI;
import org.mcpauth.internal.engine.AuthorizationEngine;

/**
 * Gives the bindings what they need from CDI. They look it up, because not every runtime injects
 * into filters, and an application may have listed its classes without ours.
 */
public final class CurrentRequest {

  private CurrentRequest() {}

  /**
   * The engine of the current application.
   *
   * @return the engine, not a proxy: it may be kept
   */
  public static AuthorizationEngine engine() {
    return CDI.current().select(AuthorizationEngine.class).get();
  }

  /**
   * The identity of the current request.
   *
   * @return a proxy for that of whatever request is current: it may be kept
   */
  public static RequestIdentity identity() {
    return CDI.current().select(RequestIdentity.class).get();
  }
}
