// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.inject.Provider;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Caller;
import org.mcpauth.internal.requirement.AnnotationRequirements;

/**
 * The second lock: whatever reaches an annotated method, by whatever way, is refused without a
 * sufficient verified token. There is a subclass for each annotation that binds it, since an
 * interceptor with several bindings wants all of them; each asks for all that is required.
 */
abstract class AuthorizationInterceptor {

  /** Runs before transactions and validation, so that a refusal has no effects. */
  static final int PRIORITY = jakarta.interceptor.Interceptor.Priority.PLATFORM_BEFORE + 200;

  /** Not the engine itself: making it may need beans that this interceptor guards. */
  private final Provider<AuthorizationEngine> engine;

  private final CurrentCaller current;

  AuthorizationInterceptor(Provider<AuthorizationEngine> engine, CurrentCaller current) {
    this.engine = engine;
    this.current = current;
  }

  /**
   * Lets an invocation through, or not.
   *
   * @param invocation the invocation
   * @return what the method returns
   * @throws Exception what the method throws, or an {@link org.mcpauth.AuthorizationException}
   */
  @AroundInvoke
  public Object authorize(InvocationContext invocation) throws Exception {
    // Generated subclasses inherit the annotations of the bean's class.
    engine
        .get()
        .authorizeInvocation(
            AnnotationRequirements.of(invocation.getTarget().getClass(), invocation.getMethod()),
            token(),
            current.correlationId());
    return invocation.proceed();
  }

  /** Outside of any request nobody is authenticated. */
  private Optional<AccessToken> token() {
    return current.callerIfAny().map(Caller::token);
  }
}
