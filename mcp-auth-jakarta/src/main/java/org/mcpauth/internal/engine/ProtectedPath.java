// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Set;

/**
 * Which requests are for the protected endpoint.
 *
 * @param path the path of the endpoint on this server
 */
record ProtectedPath(String path) {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** The path itself, or one below it. */
  boolean leadsTo(HttpRequestView request) {
    String asked = request.path();
    return path.equals("/") || asked.equals(path) || asked.startsWith(path + "/");
  }

  /**
   * A path that ends like this one, because the servlet of the MCP Java SDK, mapped more widely
   * than its endpoint, answers wherever the path ends with that.
   */
  boolean resembles(HttpRequestView request) {
    return request.path().endsWith(path.substring(request.contextPath().length()))
        && !isLookUp(request);
  }

  /** Clients look for metadata of all kinds there, and a 401 would mislead them. */
  private static boolean isLookUp(HttpRequestView request) {
    return READING.contains(request.method())
        && request.path().startsWith(request.contextPath() + "/.well-known/");
  }
}
