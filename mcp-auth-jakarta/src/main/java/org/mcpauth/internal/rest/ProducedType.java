// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The media type of an answer that has none yet. Quarkus chooses it after filters of responses ran,
 * by {@code @Produces} and what the client takes; those that this library is tried on besides,
 * before.
 */
final class ProducedType {

  private ProducedType() {}

  /**
   * What an answer is, or is going to be. Of what nothing is known, MCP knows: a stream of events
   * for {@code GET}, and JSON for the rest.
   *
   * @param request the request
   * @param response the answer
   * @param resource the method that answered
   * @return its media type
   */
  static MediaType of(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    return Optional.ofNullable(response.getMediaType())
        .or(() -> annotated(resource, request.getAcceptableMediaTypes()))
        .orElse(
            request.getMethod().equals(HttpMethod.GET)
                ? MediaType.SERVER_SENT_EVENTS_TYPE
                : MediaType.APPLICATION_JSON_TYPE);
  }

  /**
   * What the annotation says that counts.
   *
   * @param acceptable what the client takes, the best first
   * @return empty if nothing is said, or not exactly
   */
  static Optional<MediaType> annotated(ResourceInfo resource, List<MediaType> acceptable) {
    List<MediaType> produced =
        Stream.<@Nullable AnnotatedElement>of(
                resource.getResourceMethod(), resource.getResourceClass())
            .flatMap(Stream::ofNullable)
            .flatMap(element -> Stream.ofNullable(element.getAnnotation(Produces.class)))
            .limit(1)
            .flatMap(produces -> Arrays.stream(produces.value()))
            .map(MediaType::valueOf)
            .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
            .toList();
    return acceptable.stream()
        .flatMap(range -> produced.stream().filter(range::isCompatible))
        .findFirst();
  }
}
