// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The annotations of Jakarta Annotations §3: who may call, by role. Containers enforce them for
 * enterprise beans and some for Jakarta REST, none for CDI beans.
 */
public final class RoleAnnotations {

  /** The three annotations; on one element there can be only one of them. */
  public static final List<Class<? extends Annotation>> ALL =
      List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

  private RoleAnnotations() {}

  /**
   * Tells whether they say anything about the methods of a class that has operations.
   *
   * @param beanClass the class
   * @return true if one of them applies to a method that it declares or inherits, and they {@link
   *     #countBeside count beside} an annotation on one of its methods; false if what it consists
   *     of cannot be loaded
   */
  public static boolean areOnBeanWithOperations(Class<?> beanClass) {
    try {
      List<Method> methods = BeanMethods.of(beanClass).toList();
      return methods.stream()
              .flatMap(method -> Stream.of(method.getAnnotations()))
              .anyMatch(annotation -> countBeside(annotation.annotationType().getName()))
          && methods.stream().anyMatch(method -> of(beanClass, method).isPresent());
    } catch (LinkageError e) {
      // No container makes a bean of it; if one should, the scan fails.
      return false;
    }
  }

  /**
   * Tells whether they count on all methods of a bean where one has another annotation. Where a
   * server has no annotations of its own, those of this library show that a bean has operations.
   *
   * @param annotationType the name of the type of that annotation
   * @return true for those of servers and of this library
   */
  public static boolean countBeside(String annotationType) {
    return ServerAnnotation.isKnown(annotationType)
        || GuardAnnotations.OWN.stream().anyMatch(own -> own.getName().equals(annotationType));
  }

  /**
   * What they say about a method: its own annotation, else that of the class which declares it,
   * else that of a subclass, unless it would open what it inherits.
   *
   * @param beanClass the class of the bean, or a subclass of it that a container made
   * @param method the method
   * @return the requirement; empty if there is none of them
   */
  static Optional<Requirement> of(Class<?> beanClass, Method method) {
    return on(method)
        .or(() -> on(method.getDeclaringClass()))
        .or(() -> ofSubclass(beanClass, method.getDeclaringClass()));
  }

  /**
   * Jakarta Annotations §3.2 applies the annotation of a class to the methods that it declares. To
   * those that it inherits it is applied as well as long as it closes them: whoever wrote it meant
   * no less.
   */
  private static Optional<Requirement> ofSubclass(Class<?> beanClass, Class<?> declaring) {
    return Stream.<Class<?>>iterate(
            beanClass, c -> c != null && c != declaring, Class::getSuperclass)
        .flatMap(c -> on(c).stream())
        .findFirst()
        .filter(requirement -> !(requirement instanceof Requirement.Anonymous));
  }

  /** How many of them are on an element; more than one contradict each other. */
  static long count(AnnotatedElement element) {
    return ALL.stream().filter(element::isAnnotationPresent).count();
  }

  /** A role that is not named is nobody's, so an empty list closes (Jakarta Security 5.0 §7). */
  private static Optional<Requirement> on(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(new Requirement.Denied());
    }
    RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
    if (roles != null) {
      return Optional.of(
          roles.value().length == 0
              ? new Requirement.Denied()
              : new Requirement.InRole(Set.copyOf(List.of(roles.value()))));
    }
    return element.isAnnotationPresent(PermitAll.class)
        ? Optional.of(new Requirement.Anonymous())
        : Optional.empty();
  }
}
