// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

/** Answers the requests to one path. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers one request.
   *
   * @param request the request
   * @return the response
   */
  Response handle(Request request);
}
