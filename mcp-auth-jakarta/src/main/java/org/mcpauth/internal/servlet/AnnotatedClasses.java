// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.enterprise.inject.Vetoed;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mcpauth.internal.cdi.ScannedBeans;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * The classes with annotations of this library, as the container found them. CDI shows classes
 * without a scope to nobody, and what is no bean is not intercepted: it would look guarded and not
 * be.
 */
final class AnnotatedClasses {

  private static final String ATTRIBUTE = "org.mcpauth.annotated";

  private AnnotatedClasses() {}

  static void note(ServletContext context, Set<Class<?>> classes) {
    context.setAttribute(ATTRIBUTE, List.copyOf(classes));
  }

  /**
   * Checks that each is a bean, or that a bean inherits from it.
   *
   * @throws ConfigurationException if one is not, and was not vetoed either
   */
  static void requireBeans(ServletContext context, ScannedBeans beans) {
    List<String> faults =
        noted(context).stream()
            .filter(AnnotatedClasses::canBeUsed)
            .filter(type -> beans.classes().stream().noneMatch(type::isAssignableFrom))
            .map(type -> Message.NOT_A_BEAN.with(type.getName()))
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw ConfigurationException.of(faults);
    }
  }

  private static List<Class<?>> noted(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof Collection<?> classes
        ? classes.stream().<Class<?>>map(type -> (Class<?>) type).toList()
        : List.of();
  }

  /** Interfaces are told about elsewhere; nobody makes an abstract class or a vetoed one a tool. */
  private static boolean canBeUsed(Class<?> type) {
    return !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && !type.isAnnotationPresent(Interceptor.class)
        && !type.isAnnotationPresent(Vetoed.class);
  }
}
