// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.util.HashSet;
import java.util.Set;

/**
 * Watches the member names of one JSON object: none may occur twice, and none may be a look-alike
 * of a name that decides something. Parsers disagree on which of two such members counts, and then
 * the gate and the server behind it would see different messages.
 */
final class MemberNames {

  private final DecidingNames deciding;
  private final Set<String> seen = new HashSet<>();

  MemberNames(DecidingNames deciding) {
    this.deciding = deciding;
  }

  /** Tells whether a further member of this name makes the object ambiguous. */
  boolean isAmbiguous(String name) {
    return !seen.add(name) || deciding.hasLookAlike(name);
  }
}
