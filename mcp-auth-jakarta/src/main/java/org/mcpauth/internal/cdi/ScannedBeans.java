// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Vetoed;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * The classes of the application's beans, as an extension saw them.
 *
 * @param classes the classes, each once
 */
@Vetoed
public record ScannedBeans(List<Class<?>> classes) {

  /** Copies the classes. */
  public ScannedBeans {
    classes = List.copyOf(classes);
  }

  /**
   * Checks that classes with annotations of this library are beans, or that beans inherit from
   * them: what is no bean is not intercepted, and would look guarded and not be.
   *
   * @param annotated the classes
   * @throws ConfigurationException if one is not, and was not vetoed either
   */
  public void requireAll(Collection<Class<?>> annotated) {
    List<String> faults =
        annotated.stream()
            .filter(ScannedBeans::canBeUsed)
            .filter(type -> classes.stream().noneMatch(type::isAssignableFrom))
            .map(type -> Message.NOT_A_BEAN.with(type.getName()))
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw ConfigurationException.of(faults);
    }
  }

  /** Interfaces are told about elsewhere; nobody makes an abstract class or a vetoed one a tool. */
  private static boolean canBeUsed(Class<?> type) {
    return !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && !type.isAnnotationPresent(Interceptor.class)
        && !type.isAnnotationPresent(Vetoed.class);
  }
}
