// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.util.function.Supplier;

/** What is wrong with the answers at a path. */
@FunctionalInterface
public interface Fault {

  /**
   * Answers instead of the endpoint.
   *
   * @param request the request
   * @param genuine what the endpoint would answer; asking for it does what the request wants
   * @return the response
   */
  Response answer(Request request, Supplier<Response> genuine);

  /** The fault is over: whoever waits because of it goes on. */
  default void repair() {}
}
