// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import java.util.ArrayList;
import java.util.List;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;

/** Makes the bean of CDI Lite when the application starts. */
public class ScannedBeansCreator implements SyntheticBeanCreator<ScannedBeans> {

  static final String CLASSES = "classes";
  static final String ANNOTATED = "annotated";

  /** Made by the container. */
  public ScannedBeansCreator() {}

  /** {@code mcp.auth.container-login} needs CDI Full, and must not be without effect. */
  @Override
  public ScannedBeans create(Instance<Object> lookup, Parameters params) {
    if (lookup.select(McpAuthSettings.class).get().containerLogin()) {
      throw new ConfigurationException(Message.NO_MECHANISM_IN_LITE.with());
    }
    ScannedBeans beans = new ScannedBeans(load(params.get(CLASSES, String[].class)));
    beans.requireAll(load(params.get(ANNOTATED, String[].class)));
    return beans;
  }

  private static List<Class<?>> load(String[] names) {
    List<Class<?>> found = new ArrayList<>();
    for (String name : names) {
      found.add(load(name));
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a class cannot be loaded: " + name, e);
    }
  }
}
