// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.mcpauth.internal.cdi.CurrentRequest;

/**
 * Notes the decision on the span of the request, after the filter with which a server begins it.
 */
@Provider
@Priority(Integer.MAX_VALUE)
public final class SpanFilter implements ContainerRequestFilter {

  private final Runnable note = CurrentRequest.spanNote();

  /** Made by the container. */
  public SpanFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    note.run();
  }
}
