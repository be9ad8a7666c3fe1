// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.RequiresScope;

/**
 * Finds {@link RequiresScope} on interfaces. Neither Java nor CDI inherits it from there: what is
 * annotated only there would look guarded and not be.
 */
final class InterfaceAnnotations {

  private InterfaceAnnotations() {}

  /** The interfaces of a class, direct and inherited, and their methods, that are annotated. */
  static Set<String> of(Class<?> beanClass) {
    Set<String> found = new LinkedHashSet<>();
    for (Class<?> c = beanClass; c != null; c = c.getSuperclass()) {
      Stream.of(c.getInterfaces()).forEach(type -> collect(type, found));
    }
    return found;
  }

  private static void collect(Class<?> type, Set<String> found) {
    if (type.isAnnotationPresent(RequiresScope.class)) {
      found.add(type.getName());
    }
    Stream.of(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(RequiresScope.class))
        .forEach(method -> found.add(type.getName() + "." + method.getName()));
    Stream.of(type.getInterfaces()).forEach(parent -> collect(parent, found));
  }
}
