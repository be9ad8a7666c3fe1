// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.lang.model.types.Type;
import java.util.stream.Collectors;

/** Writes types of the language model of CDI Lite as reflection does. */
final class TypeNames {

  private TypeNames() {}

  /**
   * Like {@link java.lang.reflect.Type#getTypeName()}; what is no class is written as a question
   * mark.
   */
  static String of(Type type) {
    if (type.isClass()) {
      return type.asClass().declaration().name();
    }
    if (type.isPrimitive()) {
      return type.asPrimitive().name();
    }
    if (type.isParameterizedType()) {
      return type.asParameterizedType().declaration().name()
          + type.asParameterizedType().typeArguments().stream()
              .map(TypeNames::of)
              .collect(Collectors.joining(", ", "<", ">"));
    }
    return "?";
  }
}
