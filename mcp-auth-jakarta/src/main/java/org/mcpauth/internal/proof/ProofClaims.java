// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of a DPoP proof (RFC 9449 §4.2), each of the type that it has to have.
 *
 * @param values the claims as they were written
 */
record ProofClaims(Map<String, Object> values) {

  /** Beyond the year 30000 is no time that a proof can be from, and no {@link Instant} for sure. */
  private static final double MAX_SECONDS = 1e12;

  /** A claim that is a string and not empty. */
  Optional<String> text(String name) {
    return values.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** {@code iat}, which may have a fraction (RFC 7519 §2, NumericDate). */
  Optional<Instant> issuedAt() {
    if (!(values.get("iat") instanceof Number number)) {
      return Optional.empty();
    }
    double seconds = number.doubleValue();
    return seconds >= 0 && seconds <= MAX_SECONDS
        ? Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)))
        : Optional.empty();
  }

  /** No claim values: they are of whoever sent the request. */
  @Override
  public String toString() {
    return "ProofClaims" + values.keySet();
  }
}
