// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.interceptor.Interceptor;
import org.mcpauth.internal.engine.AuthorizationEngine;

/** Guards operations with annotations of {@code jakarta.annotation.security}. */
@Interceptor
@Guarded
@Priority(AuthorizationInterceptor.PRIORITY)
public class GuardedInterceptor extends AuthorizationInterceptor {

  /**
   * Made by the container.
   *
   * @param engine decides
   * @param current knows who the caller is
   */
  @Inject
  public GuardedInterceptor(Provider<AuthorizationEngine> engine, CurrentCaller current) {
    super(engine, current, Guarded.class);
  }
}
