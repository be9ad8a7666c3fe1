// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;

/** The annotations that guard a method. */
final class GuardAnnotations {

  /** Those of this library count on every bean. */
  static final List<Class<? extends Annotation>> OWN =
      List.of(RequiresScope.class, RequiresAuthentication.class);

  /** Those of Jakarta count on operations alone: the rest is the container's. */
  static final List<Class<? extends Annotation>> ALL =
      Stream.concat(OWN.stream(), RoleAnnotations.ALL.stream()).toList();

  private GuardAnnotations() {}

  static Optional<Class<? extends Annotation>> first(
      List<Class<? extends Annotation>> types, AnnotatedElement element) {
    return types.stream().filter(element::isAnnotationPresent).findFirst();
  }

  /** Whether any of this library's applies, so that its interceptor is there. */
  static boolean isOwnApplied(Class<?> beanClass, Method method) {
    return OWN.stream()
        .anyMatch(type -> AnnotationRequirements.find(type, beanClass, method).isPresent());
  }
}
