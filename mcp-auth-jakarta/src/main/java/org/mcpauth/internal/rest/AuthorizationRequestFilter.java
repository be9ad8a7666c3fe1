// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.mcpauth.internal.cdi.CurrentRequest;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.HttpAnswer;
import org.mcpauth.internal.engine.Passage;

/**
 * Shows requests to the engine and does what it decides, before JAX-RS looks for a resource. Does
 * nothing where the servlet filter was there before.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public final class AuthorizationRequestFilter implements ContainerRequestFilter {

  /** Where the headers for the answer are kept until there is one. */
  static final String HEADERS = "org.mcpauth.headers";

  /** Where it is kept whose session it is. */
  static final String SESSION = "org.mcpauth.session";

  /** Where it is kept what becomes of the answer. */
  static final String ANSWER = "org.mcpauth.transform";

  /** Made by the container. */
  public AuthorizationRequestFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(CurrentRequest.CONTEXT_PATH) != null) {
      return;
    }
    AuthorizationEngine engine = CurrentRequest.engine();
    RestRequestView view = view(request);
    request.setProperty(CurrentRequest.CONTEXT_PATH, view.contextPath());
    Decision decision = engine.decide(view);
    CurrentRequest.note(
        CurrentRequest.identity(),
        view.contextPath(),
        decision instanceof Decision.Proceed proceed ? Optional.of(proceed) : Optional.empty());
    if (decision instanceof Decision.Proceed proceed) {
      request.setProperty(HEADERS, proceed.headers());
      request.setSecurityContext(
          new TokenSecurityContext(request.getSecurityContext(), proceed.token(), engine));
      proceed.body().ifPresent(body -> request.setEntityStream(body.stream()));
      pass(request, proceed.passage());
    } else if (decision instanceof Decision.Answered answered) {
      request.abortWith(response(engine.answer(answered, view)));
    }
    // What is left is Pass: none of ours, it goes on as it is.
  }

  private static void pass(ContainerRequestContext request, Passage passage) {
    passage.answer().ifPresent(transform -> request.setProperty(ANSWER, transform));
    passage.session().ifPresent(session -> request.setProperty(SESSION, session));
    MultivaluedMap<String, String> headers = request.getHeaders();
    passage
        .requestHeaders()
        .forEach(
            (name, values) -> {
              List<String> same = headers.keySet().stream().filter(name::equalsIgnoreCase).toList();
              same.forEach(headers::remove);
              values.forEach(value -> headers.add(name, value));
            });
  }

  private static RestRequestView view(ContainerRequestContext request) {
    return new RestRequestView(
        request.getMethod(),
        request.getUriInfo(),
        RestRequestView.basePath(request.getUriInfo()),
        request.getHeaders(),
        request.getLength(),
        // Where JAX-RS runs on servlets, these are the attributes of the request.
        request.getProperty("jakarta.servlet.request.X509Certificate"),
        request.getEntityStream());
  }

  static Response response(HttpAnswer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    return answer.body().isEmpty() ? response.build() : response.entity(answer.body()).build();
  }
}
