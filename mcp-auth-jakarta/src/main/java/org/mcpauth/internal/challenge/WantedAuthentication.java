// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mcpauth.Scopes;

/**
 * What the authorization server is to be asked for (RFC 9470 §3).
 *
 * @param acrValues {@code acr_values}, in the order of preference; empty if any will do
 * @param maxAge {@code max_age}; empty if there is no limit
 */
public record WantedAuthentication(List<String> acrValues, Optional<Duration> maxAge) {

  /** Nothing in particular. */
  static final WantedAuthentication NONE = new WantedAuthentication(List.of(), Optional.empty());

  /**
   * Checks what goes into quoted strings.
   *
   * @throws IllegalArgumentException if a character could end a parameter early
   */
  public WantedAuthentication {
    acrValues = List.copyOf(acrValues);
    // Parted by spaces in a quoted string, as scopes are: the same characters.
    if (!acrValues.stream().allMatch(Scopes::isScopeToken)) {
      throw new IllegalArgumentException("a character that acr_values must not have");
    }
  }
}
