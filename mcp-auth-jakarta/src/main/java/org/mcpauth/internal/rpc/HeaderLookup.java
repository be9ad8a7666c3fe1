// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.util.List;

/** Looks up the headers of a request. */
@FunctionalInterface
public interface HeaderLookup {

  /**
   * The values of a header.
   *
   * @param name the header's name, in any case
   * @return one value per field line; empty if there is none
   */
  List<String> headers(String name);
}
