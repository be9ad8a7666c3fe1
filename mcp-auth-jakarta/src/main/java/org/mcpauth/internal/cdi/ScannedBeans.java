// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;

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
}
