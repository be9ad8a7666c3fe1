// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mcpauth.internal.cdi.ScannedBeans;

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
   * Checks that each is a bean.
   *
   * @throws org.mcpauth.internal.settings.ConfigurationException if one is not
   */
  static void requireBeans(ServletContext context, ScannedBeans beans) {
    beans.requireAll(noted(context));
  }

  private static List<Class<?>> noted(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof Collection<?> classes
        ? classes.stream().<Class<?>>map(type -> (Class<?>) type).toList()
        : List.of();
  }
}
