// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.inject.Provider;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Caller;
import org.mcpauth.internal.requirement.AnnotationRequirements;
import org.mcpauth.internal.requirement.Requirement;

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

  private final Class<? extends Annotation> binding;

  AuthorizationInterceptor(
      Provider<AuthorizationEngine> engine,
      CurrentCaller current,
      Class<? extends Annotation> binding) {
    this.engine = engine;
    this.current = current;
    this.binding = binding;
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
    engine.get().authorizeInvocation(requirementsOf(invocation), token(), current.correlationId());
    return invocation.proceed();
  }

  /** What binds this interceptor and cannot be read asks for nobody knows what: it is closed. */
  private List<Requirement> requirementsOf(InvocationContext invocation) {
    // Generated subclasses inherit the annotations of the bean's class.
    Class<?> beanClass = invocation.getTarget().getClass();
    return isReadable(beanClass, invocation.getMethod())
        ? AnnotationRequirements.of(beanClass, invocation.getMethod())
        : List.of(new Requirement.Denied());
  }

  /**
   * Only {@link Guarded} is where no source says so: the extensions of this library put it there.
   */
  private boolean isReadable(Class<?> beanClass, Method method) {
    return binding == Guarded.class || AnnotationRequirements.isApplied(binding, beanClass, method);
  }

  /** Outside of any request nobody is authenticated. */
  private Optional<AccessToken> token() {
    return current.callerIfAny().map(Caller::token);
  }
}
