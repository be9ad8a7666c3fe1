// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.reflect.Method;
import java.util.Optional;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;

/** What {@link RequiresScope} says about a method. */
public final class AnnotationRequirements {

  private AnnotationRequirements() {}

  /**
   * The requirement of a method: its own annotation, or else that of the bean's class, which
   * subclasses inherit.
   *
   * @param beanClass the class of the bean, not of a proxy or a generated subclass
   * @param method the method
   * @return the requirement; empty if neither is annotated
   * @throws IllegalArgumentException if a scope is not a scope-token of RFC 6749 §3.3
   */
  public static Optional<Requirement> of(Class<?> beanClass, Method method) {
    return annotation(beanClass, method).map(AnnotationRequirements::requirement);
  }

  static Optional<RequiresScope> annotation(Class<?> beanClass, Method method) {
    return Optional.ofNullable(method.getAnnotation(RequiresScope.class))
        .or(() -> Optional.ofNullable(beanClass.getAnnotation(RequiresScope.class)));
  }

  private static Requirement requirement(RequiresScope annotation) {
    Scopes scopes = Scopes.of(annotation.value());
    return scopes.isEmpty()
        ? new Requirement.Authenticated()
        : new Requirement.Scoped(scopes, annotation.match());
  }
}
