// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * Whether anything in an application answers at the protected path or below it. If not, the path is
 * written wrongly, and what should be protected is not.
 */
final class ServedPath {

  /** How containers call the servlet for files; one of the application at "/" counts. */
  private static final String FILES = "default";

  private ServedPath() {}

  /**
   * Stops the deployment if nothing answers there.
   *
   * @param path the protected path on this server, below the context path
   */
  static void require(ServletContext context, String path) {
    String contextPath = context.getContextPath();
    String inContext = path.substring(contextPath.length());
    if (inContext.isEmpty() || inContext.equals("/")) {
      return; // all of the application is protected
    }
    List<String> patterns = patterns(context);
    if (patterns.stream().noneMatch(pattern -> matches(pattern, inContext))) {
      throw new ConfigurationException(Message.PATH_NOT_SERVED.with(path, patterns, contextPath));
    }
  }

  /** Where servlets answer, or filters that are in front of less than everything. */
  private static List<String> patterns(ServletContext context) {
    Stream<String> servlets =
        context.getServletRegistrations().values().stream().flatMap(ServedPath::mappings);
    Stream<String> filters =
        context.getFilterRegistrations().values().stream()
            .map(FilterRegistration::getUrlPatternMappings)
            .filter(Objects::nonNull) // Open Liberty, for filters in front of nothing
            .flatMap(Collection::stream)
            .filter(pattern -> !pattern.equals("/*"));
    return Stream.concat(servlets, filters).distinct().sorted().toList();
  }

  private static Stream<String> mappings(ServletRegistration servlet) {
    return servlet.getMappings().stream()
        .filter(pattern -> !(pattern.equals("/") && FILES.equals(servlet.getName())));
  }

  /** The rules of Jakarta Servlet 6.0 §12.2. */
  static boolean matches(String pattern, String path) {
    if (pattern.equals("/")) {
      return true;
    }
    if (pattern.startsWith("*.")) {
      return path.endsWith(pattern.substring(1));
    }
    if (pattern.endsWith("/*")) {
      String prefix = pattern.substring(0, pattern.length() - "/*".length());
      return isAtOrBelow(path, prefix) || isAtOrBelow(prefix, path);
    }
    return isAtOrBelow(pattern, path);
  }

  private static boolean isAtOrBelow(String path, String parent) {
    return path.equals(parent) || path.startsWith(parent + "/");
  }
}
