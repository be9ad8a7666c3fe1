// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.Scopes;
import org.mcpauth.internal.jose.UnmodifiableClaims;
import org.mcpauth.internal.settings.ClaimPath;

/**
 * Claims in the types that RFC 7519 and RFC 9068 give them. A claim of another type counts as
 * absent, so that what needs it is refused.
 *
 * @param values the claims, unmodifiable through and through
 */
record ClaimValues(Map<String, Object> values) {

  ClaimValues {
    values = UnmodifiableClaims.of(values);
  }

  Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** As {@link ClaimTypes#date}. */
  Optional<Instant> date(String name) {
    return Optional.ofNullable(values.get(name)).flatMap(ClaimTypes::date);
  }

  /** What is at the first of some paths that leads anywhere. */
  private Optional<Object> at(List<ClaimPath> paths) {
    return paths.stream().flatMap(path -> path.in(values).stream()).findFirst();
  }

  /** A string, or a whole number as some issuers have for subjects. */
  Optional<String> text(List<ClaimPath> paths) {
    return at(paths)
        .filter(value -> value instanceof String || value instanceof Long)
        .map(String::valueOf);
  }

  /** A string or an array of strings, as in {@code aud} (RFC 7519 §4.1.3). */
  Set<String> texts(List<ClaimPath> paths) {
    return at(paths).map(ClaimTypes::texts).orElse(Set.of());
  }

  /** As {@link #texts(List)}. */
  Set<String> texts(String name) {
    return texts(List.of(new ClaimPath(List.of(name))));
  }

  /**
   * The scopes: a string with spaces as in {@code scope} (RFC 8693 §4.2), or an array. What is not
   * a scope-token grants nothing.
   *
   * @param prefix what the issuer puts in front of every scope
   */
  Scopes scopes(List<ClaimPath> paths, String prefix) {
    return Scopes.of(
        texts(paths).stream()
            .flatMap(value -> Stream.of(value.split(" ", -1)))
            .map(scope -> scope.startsWith(prefix) ? scope.substring(prefix.length()) : scope)
            .filter(Scopes::isScopeToken)
            .toList());
  }
}
