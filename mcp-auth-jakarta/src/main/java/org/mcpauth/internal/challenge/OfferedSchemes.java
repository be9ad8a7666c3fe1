// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

import java.util.List;
import java.util.regex.Pattern;
import org.mcpauth.internal.settings.ResourceSettings.Dpop;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

/**
 * The schemes that a resource offers in its challenges, in their order. Bearer comes first where
 * both are offered: clients in use look for it at the beginning of the header and nowhere else.
 *
 * @param schemes the schemes, at least one
 * @param algorithms what DPoP proofs may be signed with ({@code algs}), sorted; empty if DPoP is
 *     not offered
 */
public record OfferedSchemes(List<Scheme> schemes, List<String> algorithms) {

  /** The schemes where DPoP is off. */
  public static final OfferedSchemes BEARER_ALONE =
      new OfferedSchemes(List.of(Scheme.BEARER), List.of());

  private static final Pattern ALGORITHM = Pattern.compile("[A-Za-z0-9-]+");

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no scheme, if DPoP has no algorithm, or if the
   *     name of an algorithm could end a parameter early
   */
  public OfferedSchemes {
    schemes = List.copyOf(schemes);
    algorithms = algorithms.stream().sorted().toList();
    if (schemes.isEmpty() || schemes.contains(Scheme.DPOP) == algorithms.isEmpty()) {
      throw new IllegalArgumentException("no scheme, or algorithms without DPoP, or DPoP without");
    }
    if (!algorithms.stream().allMatch(name -> ALGORITHM.matcher(name).matches())) {
      throw new IllegalArgumentException("a character that no algorithm has");
    }
  }

  /**
   * The schemes of a resource.
   *
   * @param dpop its settings
   * @return Bearer alone if DPoP is off, DPoP alone if it is required, both otherwise
   */
  public static OfferedSchemes of(Dpop dpop) {
    if (dpop.constraint() == SenderConstraint.OFF) {
      return BEARER_ALONE;
    }
    List<Scheme> schemes =
        dpop.constraint() == SenderConstraint.REQUIRED
            ? List.of(Scheme.DPOP)
            : List.of(Scheme.BEARER, Scheme.DPOP);
    return new OfferedSchemes(schemes, List.copyOf(dpop.algorithms()));
  }

  /**
   * The scheme that an error is delivered on.
   *
   * @param used the scheme that the request used
   * @return that one if it is offered, otherwise the first of those that are
   */
  Scheme carrying(Scheme used) {
    return schemes.contains(used) ? used : schemes.get(0);
  }
}
