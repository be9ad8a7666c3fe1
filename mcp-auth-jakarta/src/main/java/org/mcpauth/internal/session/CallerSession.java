// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The header {@code Mcp-Session-Id} of one request, as the server is to see it, and of its answer,
 * as the client is.
 *
 * @param id the id that the server sees; empty if it is to see none
 * @param bound what the client gets for an id of the server
 */
public record CallerSession(Optional<String> id, UnaryOperator<String> bound) {

  /** The header. */
  public static final String HEADER = "Mcp-Session-Id";

  /**
   * What the server sees instead of a request header.
   *
   * @param name the name of a header, in any case
   * @return its values; empty if it is another header, which is as it is
   */
  public Optional<List<String>> replacing(String name) {
    return isHeader(name) ? Optional.of(id.stream().toList()) : Optional.empty();
  }

  /**
   * Whether a header is this one.
   *
   * @param name the name of a header, in any case
   * @return true if it is
   */
  public static boolean isHeader(String name) {
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
