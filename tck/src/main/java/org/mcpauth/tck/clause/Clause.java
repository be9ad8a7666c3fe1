// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.clause;

import java.net.URI;
import java.util.List;

/**
 * Something that a specification says about a server.
 *
 * @param id such as {@code AUD-1}
 * @param strength how much it binds
 * @param text what it says
 * @param url where it says so
 * @param treatment what the TCK does about it
 */
public record Clause(String id, Strength strength, String text, URI url, Treatment treatment) {

  /** How much a clause binds (RFC 2119). */
  public enum Strength {
    /** Absolutely. */
    MUST,
    /** Unless there is a good reason. */
    SHOULD,
    /** Nobody, but clients rely on it, or an attack is known where it is missing. */
    ADVICE
  }

  /** What the TCK does about a clause. */
  public sealed interface Treatment permits Checked, Excluded, Planned {}

  /**
   * It is checked.
   *
   * @param assertions by these, at least one
   */
  public record Checked(List<String> assertions) implements Treatment {

    /** Copies the list. */
    public Checked {
      assertions = List.copyOf(assertions);
    }
  }

  /**
   * It is not, and is not going to be.
   *
   * @param reason why
   */
  public record Excluded(String reason) implements Treatment {}

  /**
   * It is not yet. A release must not have any of these.
   *
   * @param feature what it comes with
   */
  public record Planned(String feature) implements Treatment {}

  /**
   * Tells whether an assertion checks this clause.
   *
   * @param assertion its id
   * @return true if it does
   */
  public boolean isCheckedBy(String assertion) {
    return treatment instanceof Checked checked && checked.assertions().contains(assertion);
  }

  @Override
  public String toString() {
    return "%s (%s) %s%n  %s".formatted(id, strength, text, url);
  }
}
