// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.mcpauth.internal.lists.AnswerPipe;
import org.mcpauth.internal.lists.AnswerTransform;
import org.mcpauth.internal.lists.WholeAnswer;

/**
 * Changes answers where the engine wants it. Comes after the application's own filters, and before
 * its interceptors: what those compress is compressed after that. Does nothing where the servlet
 * filter does it.
 */
@Provider
@Priority(AnswerFilter.LAST)
public final class AnswerFilter implements ContainerResponseFilter {

  /** Filters of responses come in descending order. */
  static final int LAST = 0;

  @Context Providers providers;

  /** Made by the container. */
  public AnswerFilter() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(request.getProperty(AuthorizationRequestFilter.ANSWER)
        instanceof AnswerTransform transform)) {
      return;
    }
    restoreNames(response.getHeaders(), transform);
    EntityTarget target = EntityTarget.of(response);
    if (!transform.concerns(target.contentType())) {
      return;
    }
    AnswerPipe pipe = new AnswerPipe(transform, target);
    if (WholeAnswer.isEvents(target.contentType()) && !target.isEncoded()) {
      dropAboutBody(response.getHeaders());
      response.setEntityStream(new PipedStream(pipe, response.getEntityStream()));
    } else if (response.hasEntity()) {
      dropAboutBody(response.getHeaders());
      write(response, new PipedStream(pipe, OutputStream.nullOutputStream()));
      pipe.finish();
      response.setStatus(target.answer().status());
      response.setEntity(
          target.answer().body(),
          response.getEntityAnnotations(),
          MediaType.valueOf(target.answer().contentType()));
    }
  }

  /** As the runtime would write it, whatever class it is of. */
  private void write(ContainerResponseContext response, OutputStream out) throws IOException {
    @SuppressWarnings("unchecked") // the writer is looked up for the very class
    Class<Object> type = (Class<Object>) response.getEntityClass();
    MessageBodyWriter<Object> writer =
        providers.getMessageBodyWriter(
            type,
            response.getEntityType(),
            response.getEntityAnnotations(),
            response.getMediaType());
    if (writer == null) {
      throw new IOException("nothing writes the answer to " + response.getMediaType());
    }
    writer.writeTo(
        response.getEntity(),
        type,
        response.getEntityType(),
        response.getEntityAnnotations(),
        response.getMediaType(),
        response.getHeaders(),
        out);
  }

  private static void restoreNames(
      MultivaluedMap<String, Object> headers, AnswerTransform transform) {
    for (String name : List.copyOf(headers.keySet())) {
      List<Object> restored = new ArrayList<>();
      for (Object value : headers.getOrDefault(name, List.of())) {
        restored.add(value instanceof String text ? transform.header(text) : value);
      }
      headers.put(name, restored);
    }
  }

  private static void dropAboutBody(MultivaluedMap<String, Object> headers) {
    List.copyOf(headers.keySet()).stream()
        .filter(WholeAnswer::isAboutBody)
        .forEach(headers::remove);
  }
}
