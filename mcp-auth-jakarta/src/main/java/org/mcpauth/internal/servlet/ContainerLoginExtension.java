// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * Makes {@link TokenAuthenticationMechanism} a bean where {@code mcp.auth.container-login} says so:
 * an application can have one authentication mechanism only, and not every server has any. No
 * signature here names a type of Jakarta Security.
 */
public class ContainerLoginExtension implements Extension {

  private static final String API =
      "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";
  private static final String MECHANISM =
      "org.mcpauth.internal.servlet.TokenAuthenticationMechanism";

  void add(@Observes AfterTypeDiscovery event) {
    if (!isWanted()) {
      return;
    }
    event.addAnnotatedType(mechanism(), MECHANISM).add(ApplicationScoped.Literal.INSTANCE);
  }

  private static boolean isWanted() {
    return ConfigProvider.getConfig()
        .getOptionalValue(McpAuthConfigNames.CONTAINER_LOGIN, String.class)
        .filter("true"::equals)
        .isPresent();
  }

  private static Class<?> mechanism() {
    ClassLoader loader = ContainerLoginExtension.class.getClassLoader();
    try {
      Class.forName(API, false, loader);
      return Class.forName(MECHANISM, false, loader);
    } catch (ClassNotFoundException e) {
      throw new ConfigurationException(Message.NO_JAKARTA_SECURITY.with());
    }
  }
}
