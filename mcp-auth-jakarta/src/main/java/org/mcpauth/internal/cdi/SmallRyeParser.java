// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;

/**
 * The bean {@code io.smallrye.jwt.auth.principal.JWTParser} of WildFly and Quarkus, by its name:
 * this library is not compiled against it.
 *
 * @param bean the bean
 * @param method its method {@code parse(String)}
 */
record SmallRyeParser(Object bean, Method method) {

  private static final String TYPE = "io.smallrye.jwt.auth.principal.JWTParser";

  /** Causes may go round in a circle. */
  private static final int MAX_CAUSES = 16;

  static Optional<SmallRyeParser> find() {
    try {
      Class<?> type = Class.forName(TYPE, false, Thread.currentThread().getContextClassLoader());
      var beans = CDI.current().select(type);
      return beans.isResolvable()
          ? Optional.of(new SmallRyeParser(beans.get(), type.getMethod("parse", String.class)))
          : Optional.empty();
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  /**
   * Whatever the parser throws denies; nothing of it is passed on, since it may quote the token.
   */
  JsonWebToken parse(String token) {
    try {
      return (JsonWebToken) method.invoke(bean, token);
    } catch (InvocationTargetException e) {
      if (isUnreachable(e)) {
        throw new AuthorizationServerUnavailableException("the server cannot fetch the keys");
      }
      throw new InvalidTokenException("The server does not accept the access token");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a public method cannot be called", e);
    }
  }

  /** The keys could not be had, which says nothing about the token. */
  private static boolean isUnreachable(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .anyMatch(IOException.class::isInstance);
  }
}
