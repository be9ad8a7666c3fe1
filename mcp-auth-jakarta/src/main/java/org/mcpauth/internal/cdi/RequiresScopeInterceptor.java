// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.interceptor.Interceptor;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.engine.AuthorizationEngine;

/** Guards what has {@link RequiresScope}. */
@Interceptor
@RequiresScope({})
@Priority(AuthorizationInterceptor.PRIORITY)
public class RequiresScopeInterceptor extends AuthorizationInterceptor {

  /**
   * Made by the container.
   *
   * @param engine decides
   * @param current knows who the caller is
   */
  @Inject
  public RequiresScopeInterceptor(Provider<AuthorizationEngine> engine, CurrentCaller current) {
    super(engine, current, RequiresScope.class);
  }
}
