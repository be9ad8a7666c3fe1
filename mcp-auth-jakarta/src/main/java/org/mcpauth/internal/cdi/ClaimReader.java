// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.token.ClaimTypes;

/**
 * One claim of a token, in the types in which it can be injected.
 *
 * @param token a verified token
 * @param name the name of the claim
 */
record ClaimReader(AccessToken token, String name) {

  /** Looked up once: every look-up searches the class path. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** As its own type, {@code String}, {@code Long}, {@code Boolean}; empty if it is another. */
  <T> Optional<T> as(Class<T> type) {
    return token.claim(name, type);
  }

  /** As a date; empty if it is none. */
  Optional<Instant> date() {
    return as(Object.class).flatMap(ClaimTypes::date);
  }

  /** As JSON; empty if it is of another type than that. */
  <T extends JsonValue> Optional<T> json(Class<T> type) {
    return as(Object.class)
        // The builder knows every type that a claim has, and what is nested in it.
        .map(value -> JSON.createArrayBuilder(List.of(value)).build().get(0))
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** As strings; empty if it has none. */
  Set<String> texts() {
    return as(Object.class).map(ClaimTypes::texts).orElse(Set.of());
  }

  /**
   * A claim that has to be there.
   *
   * @param claim the claim
   * @return its value
   * @throws InvalidTokenException if it is empty; it names the claim and never a value
   */
  <T> T required(Optional<T> claim) {
    return claim.orElseThrow(
        () ->
            new InvalidTokenException(
                "The access token has no claim " + name + " of the type that is needed"));
  }
}
