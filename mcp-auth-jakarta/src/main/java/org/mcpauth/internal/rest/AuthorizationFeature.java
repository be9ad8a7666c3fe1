// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/**
 * Registers the JAX-RS binding as a service (Jakarta REST 3.1 §4.1.2): scanned providers are
 * silently absent where an application lists its classes. Where scanning did find them, they are
 * not registered twice.
 */
public final class AuthorizationFeature implements Feature {

  /** Made by the container. */
  public AuthorizationFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    for (Class<?> provider :
        List.of(
            AuthorizationRequestFilter.class,
            AuthorizationResponseFilter.class,
            AnswerFilter.class,
            AuthorizationExceptionMapper.class)) {
      if (!context.getConfiguration().isRegistered(provider)) {
        context.register(provider);
      }
    }
    return true;
  }
}
