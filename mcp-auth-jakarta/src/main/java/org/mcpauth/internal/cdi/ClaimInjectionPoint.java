// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.internal.log.Message;

/**
 * A place where a claim of the token is injected. A claim belongs to one request, so it must not
 * stay in something that lives longer.
 *
 * @param place the class and the member
 * @param claim the name of the claim
 * @param type the type of what is injected, as {@link java.lang.reflect.Type#getTypeName()} has it
 * @param requestScoped whether it is injected into a bean that lives for one request
 */
record ClaimInjectionPoint(String place, String claim, String type, boolean requestScoped) {

  /** What is asked for the claim of the current request again with each call. */
  private static final List<String> LAZY =
      List.of("jakarta.inject.Provider", "jakarta.enterprise.inject.Instance");

  private static final Set<String> PRIMITIVES = Set.of("long", "boolean");

  /** The types that there are, from where they are made. */
  private static final Set<String> TYPES =
      Stream.of(TokenClaimProducer.class.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Produces.class))
          .map(Method::getGenericReturnType)
          .map(java.lang.reflect.Type::getTypeName)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * What is wrong.
   *
   * @return a numbered message that says what to do; empty if nothing is
   */
  Optional<String> fault() {
    if (claim.isEmpty()) {
      return Optional.of(Message.CLAIM_NAME_EMPTY.with(place));
    }
    Optional<String> lazy = lazyType();
    String value = lazy.orElse(type);
    if (!TYPES.contains(value) && (lazy.isPresent() || !PRIMITIVES.contains(value))) {
      return Optional.of(Message.CLAIM_TYPE_UNKNOWN.with(claim, place, type));
    }
    return lazy.isPresent() || requestScoped
        ? Optional.empty()
        : Optional.of(Message.CLAIM_OUTLIVES_REQUEST.with(claim, place, type, boxed()));
  }

  /** What a Provider or Instance is of; empty if the type is neither. */
  private Optional<String> lazyType() {
    return LAZY.stream()
        .filter(name -> type.startsWith(name + "<") && type.endsWith(">"))
        .map(name -> type.substring(name.length() + 1, type.length() - 1))
        .findFirst();
  }

  private String boxed() {
    return switch (type) {
      case "long" -> "java.lang.Long";
      case "boolean" -> "java.lang.Boolean";
      default -> type;
    };
  }
}
