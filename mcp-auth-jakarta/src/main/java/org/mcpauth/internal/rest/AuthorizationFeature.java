// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.mcpauth.client.TokenForwardingGuard;

/**
 * Registers the JAX-RS binding as a service (Jakarta REST 3.1 §4.1.2): scanned providers are
 * silently absent where an application lists its classes. Where scanning did find them, they are
 * not registered twice. Where clients look for services too, they get the guard of the caller's
 * token.
 */
public final class AuthorizationFeature implements Feature {

  private static final List<Class<?>> SERVER =
      List.of(
          AuthorizationRequestFilter.class,
          SpanFilter.class,
          AuthorizationResponseFilter.class,
          AnswerFilter.class,
          AuthorizationExceptionMapper.class);

  private static final List<Class<?>> CLIENT = List.of(TokenForwardingGuard.class);

  /** Made by the container. */
  public AuthorizationFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    boolean client = context.getConfiguration().getRuntimeType() == RuntimeType.CLIENT;
    for (Class<?> provider : client ? CLIENT : SERVER) {
      if (!context.getConfiguration().isRegistered(provider)) {
        context.register(provider);
      }
    }
    return true;
  }
}
