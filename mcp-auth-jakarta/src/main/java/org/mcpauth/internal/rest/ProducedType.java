// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The media type that an answer without one is going to have (Jakarta REST 3.1 §3.8). Quarkus
 * chooses it after filters of responses ran, the others before.
 */
final class ProducedType {

  private ProducedType() {}

  /**
   * What the annotation says that counts.
   *
   * @param resource the method that answered
   * @param acceptable what the client takes
   * @return empty if nothing is said, or not exactly
   */
  static Optional<MediaType> of(ResourceInfo resource, List<MediaType> acceptable) {
    return Stream.<@Nullable AnnotatedElement>of(
            resource.getResourceMethod(), resource.getResourceClass())
        .flatMap(Stream::ofNullable)
        .flatMap(element -> Stream.ofNullable(element.getAnnotation(Produces.class)))
        .findFirst()
        .flatMap(
            produces ->
                Arrays.stream(produces.value())
                    .map(MediaType::valueOf)
                    .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
                    .filter(type -> acceptable.stream().anyMatch(type::isCompatible))
                    .findFirst());
  }
}
