// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.spi;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The claims of a token whose authenticity a {@link TokenVerifier} vouches for, under the names of
 * <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068 §2.2</a> and <a
 * href="https://www.rfc-editor.org/rfc/rfc7662#section-2.2">RFC 7662 §2.2</a>.
 *
 * <p>{@code iss} (a string), {@code aud} (a string or a list of strings) and {@code exp} (a number
 * of seconds) must be there, or the token is refused.
 *
 * @param values claim names and values: strings, numbers, booleans, lists and maps
 * @param cacheableFor for how long the claims may be relied on before the verifier has to be asked
 *     again, as for an answer that may be revoked; zero for this one request. It shortens what
 *     {@code mcp.auth.token-cache.ttl} and {@code exp} allow and never lengthens it
 */
public record VerifiedClaims(Map<String, Object> values, Duration cacheableFor) {

  /**
   * Copies the claims.
   *
   * @param values claim names and values
   * @param cacheableFor for how long they may be relied on
   * @throws IllegalArgumentException if that is negative
   */
  public VerifiedClaims {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    if (cacheableFor.isNegative()) {
      throw new IllegalArgumentException("cacheableFor must not be negative");
    }
  }

  /**
   * Claims that may be relied on for as long as the configuration and {@code exp} allow.
   *
   * @param values claim names and values
   */
  public VerifiedClaims(Map<String, Object> values) {
    this(values, ChronoUnit.FOREVER.getDuration());
  }

  /**
   * Names the claims but not their values, which may be personal.
   *
   * @return the names of the claims
   */
  @Override
  public String toString() {
    return "VerifiedClaims" + values.keySet();
  }
}
