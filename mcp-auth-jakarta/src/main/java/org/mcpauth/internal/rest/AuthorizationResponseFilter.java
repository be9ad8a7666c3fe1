// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.mcpauth.internal.session.CallerSession;

/** Adds the headers that the engine wants on the answer of a request that went on. */
@Provider
public final class AuthorizationResponseFilter implements ContainerResponseFilter {

  /** Made by the container. */
  public AuthorizationResponseFilter() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(AuthorizationRequestFilter.HEADERS) instanceof Map<?, ?> headers) {
      headers.forEach((name, value) -> put(response.getHeaders(), (String) name, value));
    }
    if (request.getProperty(AuthorizationRequestFilter.SESSION) instanceof CallerSession session) {
      response
          .getHeaders()
          .replaceAll(
              (name, values) ->
                  values.stream()
                      .<Object>map(
                          value ->
                              value instanceof String text ? session.answering(name, text) : value)
                      .collect(Collectors.toCollection(ArrayList::new)));
    }
  }

  /** What the resource's answer varies with, it still does. */
  private static void put(MultivaluedMap<String, Object> headers, String name, Object value) {
    if (name.equals("Vary")) {
      headers.add(name, value);
    } else {
      headers.putSingle(name, value);
    }
  }
}
