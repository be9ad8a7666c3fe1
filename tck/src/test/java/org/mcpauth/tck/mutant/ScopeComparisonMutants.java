// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ScopeRules;
import org.mcpauth.tck.server.Operation;

/** Scopes that are taken for others. */
final class ScopeComparisonMutants {

  private ScopeComparisonMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(
        similar("by its beginning", (needed, granted) -> needed.startsWith(granted + ":")),
        similar(
            "by nearly all of it",
            (needed, granted) -> needed.substring(0, needed.length() - 1).equals(granted)),
        similar(
            "by the beginning of the granted one", (needed, granted) -> granted.startsWith(needed)),
        similar("anywhere in the granted one", (needed, granted) -> granted.contains(needed)),
        similar("by its end", (needed, granted) -> needed.endsWith(":" + granted)),
        similar("in any case", (needed, granted) -> granted.equalsIgnoreCase(needed)),
        similar(
            "in upper case only",
            (needed, granted) -> granted.equals(needed.toUpperCase(Locale.ROOT))),
        similar(
            "behind a wildcard",
            (needed, granted) ->
                granted.endsWith(":*")
                    && needed.startsWith(granted.substring(0, granted.length() - 1))),
        similar("behind a star", (needed, granted) -> granted.equals("*")),
        similar(
            "as a regular expression",
            (needed, granted) -> granted.equals(".*") || granted.equals("all")),
        similar(
            "parted by commas", (needed, granted) -> Set.of(granted.split(",")).contains(needed)),
        similar(
            "implied by nearly the broadest",
            (needed, granted) -> granted.startsWith(Operation.ADMIN + "i")));
  }

  /** Compares scopes. */
  private interface Likeness {
    boolean isEnough(String needed, String granted);
  }

  private static Mutant similar(String how, Likeness likeness) {
    return Mutant.of(
        "similar-scope-is-not-enough",
        "finds a scope " + how,
        rules ->
            rules.scopes =
                new ScopeRules() {
                  @Override
                  public boolean isGranted(String scope, Operation operation, Caller caller) {
                    return super.isGranted(scope, operation, caller)
                        || caller.scopes().stream().anyMatch(s -> likeness.isEnough(scope, s));
                  }
                });
  }
}
