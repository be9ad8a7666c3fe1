// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import org.mcpauth.AuthorizationException;
import org.mcpauth.internal.cdi.CurrentRequest;
import org.mcpauth.internal.engine.AuthorizationEngine;

/**
 * Answers what the interceptor refused at a JAX-RS resource the same way as if it had been refused
 * before dispatch.
 */
@Provider
public final class AuthorizationExceptionMapper implements ExceptionMapper<AuthorizationException> {

  @Context UriInfo uriInfo;
  @Context HttpHeaders headers;
  @Context Request request;

  /** Made by the container. */
  public AuthorizationExceptionMapper() {}

  @Override
  public Response toResponse(AuthorizationException refusal) {
    AuthorizationEngine engine = CurrentRequest.engine();
    RestRequestView view =
        new RestRequestView(
            request.getMethod(),
            uriInfo,
            CurrentRequest.contextPath().orElseGet(() -> RestRequestView.basePath(uriInfo)),
            headers.getRequestHeaders(),
            -1,
            null,
            InputStream.nullInputStream());
    return AuthorizationRequestFilter.response(engine.answer(refusal, view));
  }
}
