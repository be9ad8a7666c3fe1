// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;

/**
 * What annotations say about a method: {@link RequiresScope}, {@link RequiresAuthentication} and
 * those of {@code jakarta.annotation.security}. Each of the three replaces that of the class if it
 * is on the method; what is left of the three counts together.
 */
public final class AnnotationRequirements {

  private AnnotationRequirements() {}

  /**
   * The requirements of a method.
   *
   * @param beanClass the class of the bean, or a subclass of it that a container made
   * @param method the method
   * @return the requirements; empty if nothing is annotated
   * @throws IllegalArgumentException if a scope is not a scope-token of RFC 6749 §3.3
   */
  public static List<Requirement> of(Class<?> beanClass, Method method) {
    List<Requirement> all = new ArrayList<>();
    find(RequiresScope.class, beanClass, method)
        .map(AnnotationRequirements::of)
        .ifPresent(all::add);
    find(RequiresAuthentication.class, beanClass, method)
        .map(AnnotationRequirements::of)
        .ifPresent(all::add);
    RoleAnnotations.of(beanClass, method).ifPresent(all::add);
    return List.copyOf(all);
  }

  /**
   * Tells whether an annotation applies to a method, as far as its class says.
   *
   * @param type an annotation
   * @param beanClass the class of the bean, or a subclass of it that a container made
   * @param method the method
   * @return false if it is neither on the method nor on the class, for example because an extension
   *     of CDI added it
   */
  public static boolean isApplied(
      Class<? extends Annotation> type, Class<?> beanClass, Method method) {
    return find(type, beanClass, method).isPresent();
  }

  /** That of the method, or else that of the bean's class, which subclasses inherit. */
  static <A extends Annotation> Optional<A> find(Class<A> type, Class<?> beanClass, Method method) {
    return Optional.ofNullable(method.getAnnotation(type))
        .or(() -> Optional.ofNullable(beanClass.getAnnotation(type)));
  }

  private static Requirement of(RequiresScope annotation) {
    Scopes scopes = Scopes.of(annotation.value());
    return scopes.isEmpty()
        ? new Requirement.Authenticated()
        : new Requirement.Scoped(scopes, annotation.match());
  }

  private static Requirement of(RequiresAuthentication annotation) {
    Optional<Duration> maxAge =
        annotation.maxAge() == RequiresAuthentication.ANY_AGE
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(annotation.maxAge()));
    List<String> acrValues = List.of(annotation.acr());
    return acrValues.isEmpty() && maxAge.isEmpty()
        ? new Requirement.Authenticated()
        : new Requirement.UserAuthentication(acrValues, maxAge);
  }
}
