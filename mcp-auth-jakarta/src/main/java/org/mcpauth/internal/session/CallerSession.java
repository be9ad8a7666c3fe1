// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The session ids of one caller.
 *
 * @param seen what the server sees as the header of the request; empty if there is none to change
 * @param bound what the client gets for an id of the server
 */
public record CallerSession(Optional<List<String>> seen, UnaryOperator<String> bound) {

  /** The header. */
  public static final String HEADER = "Mcp-Session-Id";

  private static boolean isHeader(String name) {
    return name.equalsIgnoreCase(HEADER);
  }

  /**
   * What the client sees of a response header.
   *
   * @param name the name of a header, in any case
   * @param value its value
   * @return the bound id, or the value of another header as it is
   */
  public String answering(String name, String value) {
    return isHeader(name) ? bound.apply(value) : value;
  }
}
