// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.security.SecureRandom;
import org.mcpauth.McpOperation;

/** A name that no server knows and no caller can guess. */
public final class UnguessableName {

  /** 26 letters to the power of 32 are more than 150 bits. */
  private static final int LENGTH = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private UnguessableName() {}

  /**
   * Makes a name of lower case letters, for a resource behind a scheme.
   *
   * @param kind what it is to be a name of
   * @return a new name, which is the same in JSON, in a header and in a URI
   */
  public static String of(McpOperation.Kind kind) {
    StringBuilder name = new StringBuilder();
    if (kind == McpOperation.Kind.RESOURCE) {
      name.append("unknown:");
    }
    RANDOM.ints(LENGTH, 'a', 'z' + 1).forEach(letter -> name.append((char) letter));
    return name.toString();
  }
}
