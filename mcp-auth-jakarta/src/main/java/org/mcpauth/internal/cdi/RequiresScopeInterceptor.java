// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.requirement.AnnotationRequirements;
import org.mcpauth.internal.requirement.Requirement;

/**
 * The second lock: whatever reaches an annotated method, by whatever way, is refused without a
 * sufficient verified token. Runs before transactions and validation, so that a refusal has no
 * effects.
 */
@Interceptor
@RequiresScope({})
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class RequiresScopeInterceptor {

  /** Not the engine itself: making it may need beans that this interceptor guards. */
  private final Provider<AuthorizationEngine> engine;

  private final RequestIdentity identity;

  /**
   * Made by the container.
   *
   * @param engine decides
   * @param identity who the caller is
   */
  @Inject
  public RequiresScopeInterceptor(Provider<AuthorizationEngine> engine, RequestIdentity identity) {
    this.engine = engine;
    this.identity = identity;
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
    engine.get().authorizeInvocation(requirement(invocation), token());
    return invocation.proceed();
  }

  private static Requirement requirement(InvocationContext invocation) {
    // Generated subclasses inherit the annotation of the bean's class.
    return AnnotationRequirements.of(invocation.getTarget().getClass(), invocation.getMethod())
        .orElseThrow(
            () -> new IllegalStateException("no @RequiresScope on " + invocation.getMethod()));
  }

  private Optional<AccessToken> token() {
    try {
      return identity.token();
    } catch (ContextNotActiveException e) {
      return Optional.empty(); // outside of any request nobody is authenticated
    }
  }
}
