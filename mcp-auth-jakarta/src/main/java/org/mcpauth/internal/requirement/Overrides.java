// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what overrides a method. */
final class Overrides {

  private Overrides() {}

  /**
   * The method of a class that overrides a method of one of its superclasses.
   *
   * @param method the method of the superclass
   * @param subclass the class that may override it
   * @return what overrides it, never a method that the compiler made; empty if nothing does
   */
  static Optional<Method> of(Method method, Class<?> subclass) {
    if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      return Optional.empty();
    }
    List<Method> sameName =
        Stream.of(subclass.getDeclaredMethods())
            .filter(m -> m.getName().equals(method.getName()))
            .toList();
    boolean bridged = sameName.stream().anyMatch(m -> m.isBridge() && hasParametersOf(m, method));
    return sameName.stream()
        .filter(m -> !m.isSynthetic())
        .filter(m -> hasParametersOf(m, method) || (bridged && narrowsParametersOf(m, method)))
        .findFirst();
  }

  private static boolean hasParametersOf(Method override, Method method) {
    return Arrays.equals(override.getParameterTypes(), method.getParameterTypes());
  }

  /** What overrides a generic method has other parameter types; a bridge leads to it. */
  private static boolean narrowsParametersOf(Method override, Method method) {
    Class<?>[] narrow = override.getParameterTypes();
    Class<?>[] wide = method.getParameterTypes();
    return narrow.length == wide.length
        && IntStream.range(0, wide.length).allMatch(i -> wide[i].isAssignableFrom(narrow[i]));
  }
}
