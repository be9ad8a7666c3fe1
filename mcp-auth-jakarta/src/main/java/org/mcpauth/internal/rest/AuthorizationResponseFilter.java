// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Adds the headers that the engine wants on the answer of a request that went on. */
@Provider
public final class AuthorizationResponseFilter implements ContainerResponseFilter {

  /** Made by the container. */
  public AuthorizationResponseFilter() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(AuthorizationRequestFilter.HEADERS) instanceof Map<?, ?> headers) {
      headers.forEach((name, value) -> response.getHeaders().putSingle((String) name, value));
    }
  }
}
