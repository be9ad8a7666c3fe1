// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mcpauth.internal.log.Message;

/**
 * Finds annotations that guard on other annotations: on stereotypes, and on interceptor bindings of
 * the application's own. CDI would call the interceptor for them, but what they ask for is read
 * from classes and methods alone, so that such a bean would look guarded and not be.
 */
final class IndirectAnnotations {

  private final List<Class<? extends Annotation>> types;
  private final Set<String> found = new LinkedHashSet<>();

  private IndirectAnnotations(List<Class<? extends Annotation>> types) {
    this.types = types;
  }

  /** What is wrong with the annotations of a class and of its methods. */
  static Set<String> faults(
      Class<?> beanClass, Collection<Method> methods, List<Class<? extends Annotation>> types) {
    IndirectAnnotations annotations = new IndirectAnnotations(types);
    annotations.collect(beanClass, beanClass.getName(), new HashSet<>());
    for (Method method : methods) {
      annotations.collect(method, beanClass.getName() + "." + method.getName(), new HashSet<>());
    }
    return annotations.found;
  }

  private void collect(AnnotatedElement element, String where, Set<Class<?>> seen) {
    for (Annotation annotation : element.getAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (seen.add(type)) {
        GuardAnnotations.first(types, type)
            .ifPresent(
                guard ->
                    found.add(
                        Message.ON_ANNOTATION.with(guard.getSimpleName(), type.getName(), where)));
        collect(type, where, seen);
      }
    }
  }
}
