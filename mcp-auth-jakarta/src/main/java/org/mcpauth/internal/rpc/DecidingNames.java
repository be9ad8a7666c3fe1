// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The member names of a JSON object that decide something, and their look-alikes.
 *
 * @param exact the names
 * @param folded the names without case and Unicode variants
 */
record DecidingNames(Set<String> exact, Set<String> folded) {

  static DecidingNames of(String... names) {
    return new DecidingNames(
        Set.of(names),
        Stream.of(names).map(DecidingNames::fold).collect(Collectors.toUnmodifiableSet()));
  }

  /** Tells whether a name is none of these, but some parser could take it for one. */
  boolean hasLookAlike(String name) {
    return !exact.contains(name) && folded.contains(fold(name));
  }

  private static String fold(String name) {
    String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
    // Upper case first: it maps the long s and the Kelvin sign to the letters that they look like.
    return compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
