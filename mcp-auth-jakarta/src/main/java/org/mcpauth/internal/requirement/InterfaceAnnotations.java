// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.internal.log.Message;

/**
 * Finds annotations that guard on interfaces. Neither Java nor CDI inherits them from there: what
 * is annotated only there would look guarded and not be.
 */
final class InterfaceAnnotations {

  private final List<Class<? extends Annotation>> types;
  private final Set<String> found = new LinkedHashSet<>();

  private InterfaceAnnotations(List<Class<? extends Annotation>> types) {
    this.types = types;
  }

  /** What is wrong with the interfaces of a class, direct and inherited, and with their methods. */
  static Set<String> faults(Class<?> beanClass, List<Class<? extends Annotation>> types) {
    InterfaceAnnotations annotations = new InterfaceAnnotations(types);
    for (Class<?> c = beanClass; c != null; c = c.getSuperclass()) {
      Stream.of(c.getInterfaces()).forEach(annotations::collect);
    }
    return annotations.found;
  }

  private void collect(Class<?> type) {
    note(type, type.getName());
    Stream.of(type.getDeclaredMethods())
        .forEach(method -> note(method, type.getName() + "." + method.getName()));
    Stream.of(type.getInterfaces()).forEach(this::collect);
  }

  private void note(AnnotatedElement element, String where) {
    GuardAnnotations.first(types, element)
        .ifPresent(type -> found.add(Message.ON_INTERFACE.with(type.getSimpleName(), where)));
  }
}
