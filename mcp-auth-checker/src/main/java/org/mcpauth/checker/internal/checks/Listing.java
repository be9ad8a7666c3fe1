// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import java.util.Collection;

/** Values in a sentence. */
final class Listing {

  private Listing() {}

  static String of(Collection<String> values) {
    return values.isEmpty() ? "none" : String.join(", ", values);
  }
}
