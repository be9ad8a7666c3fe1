// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.util.HashSet;
import java.util.Set;

/**
 * Watches the member names of one JSON object: none that decides something may occur twice or have
 * a look-alike. Parsers disagree on which of two such members counts, and then the gate and the
 * server behind it would see different messages.
 */
final class MemberNames {

  private final DecidingNames deciding;
  private final Set<String> seen = new HashSet<>();

  MemberNames(DecidingNames deciding) {
    this.deciding = deciding;
  }

  /** Tells whether a further member of this name makes the object ambiguous. */
  boolean isAmbiguous(String name) {
    // Only deciding names are kept: a message with a million others costs no memory for them.
    return deciding.exact().contains(name) ? !seen.add(name) : deciding.hasLookAlike(name);
  }
}
