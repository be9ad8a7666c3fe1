// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Finds the methods of a bean. */
final class BeanMethods {

  private BeanMethods() {}

  /**
   * What its class and its superclasses declare, overridden or not, and what it has of its
   * interfaces alone: servers offer default methods like any others.
   *
   * @param beanClass the class
   * @return the methods, without those that the compiler made
   */
  static Stream<Method> of(Class<?> beanClass) {
    Stream<Method> declared =
        Stream.<Class<?>>iterate(
                beanClass, c -> c != null && c != Object.class, Class::getSuperclass)
            .flatMap(c -> Stream.of(c.getDeclaredMethods()));
    // Reflection leaves out default methods that a class or a narrower interface overrides.
    Stream<Method> inherited = Stream.of(beanClass.getMethods()).filter(Method::isDefault);
    return Stream.concat(declared, inherited).filter(method -> !method.isSynthetic()).distinct();
  }
}
