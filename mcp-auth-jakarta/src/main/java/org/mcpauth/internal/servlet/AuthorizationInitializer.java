// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.log.Message;

/**
 * Puts the filter in front of everything in the application. An initializer works where scanned
 * filters and web fragments do not: with {@code metadata-complete} and on every server.
 */
@HandlesTypes({RequiresScope.class, RequiresAuthentication.class})
public final class AuthorizationInitializer implements ServletContainerInitializer {

  private static final String NAME = "org.mcpauth.AuthorizationFilter";

  /** Made by the container. */
  public AuthorizationInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    FilterRegistration.@Nullable Dynamic registration =
        context.addFilter(NAME, AuthorizationFilter.class);
    if (registration == null) {
      throw new ServletException(
          Message.FILTER_NOT_INSTALLED.with("a filter named " + NAME + " exists already"));
    }
    // A filter without it would turn every streamed answer behind it into an error.
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(
        EnumSet.of(
            DispatcherType.REQUEST,
            DispatcherType.FORWARD,
            DispatcherType.INCLUDE,
            DispatcherType.ASYNC,
            DispatcherType.ERROR),
        false,
        "/*");
    if (context.addFilter(NAME + ".StartCheck", StartCheck.class) == null) {
      throw new ServletException(
          Message.FILTER_NOT_INSTALLED.with("the check of " + NAME + " exists already"));
    }
    InstalledGate.note(context);
    AnnotatedClasses.note(context, classes == null ? Set.of() : classes);
  }
}
