// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.mcpauth.tck.reference.Rules;

/**
 * A server that gets one thing wrong.
 *
 * @param assertion the id of the only assertion that catches it
 * @param fault what is wrong, in a few words
 * @param rules makes its rules, of an endpoint and an issuer
 */
public record Mutant(String assertion, String fault, BiFunction<URI, URI, Rules> rules) {

  /**
   * A mutant that replaces parts of the rules.
   *
   * @param assertion the id of the only assertion that catches it
   * @param fault what is wrong, in a few words
   * @param change replaces parts
   */
  public static Mutant of(String assertion, String fault, Consumer<Rules> change) {
    return new Mutant(
        assertion,
        fault,
        (endpoint, issuer) -> {
          Rules rules = new Rules(endpoint, issuer);
          change.accept(rules);
          return rules;
        });
  }

  @Override
  public String toString() {
    return assertion + ": " + fault;
  }
}
