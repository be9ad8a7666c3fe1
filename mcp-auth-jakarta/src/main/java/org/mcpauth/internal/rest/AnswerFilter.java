// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
  @Context ResourceInfo resource;

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
    MediaType type = ProducedType.of(request, response, resource);
    EntityTarget target = EntityTarget.of(response, type);
    if (!transform.concerns(target.contentType())) {
      return;
    }
    AnswerPipe pipe = new AnswerPipe(transform, target);
    if (WholeAnswer.isEvents(target.contentType()) && !target.isEncoded()) {
      dropAboutBody(response.getHeaders());
      response.setEntityStream(new PipedStream(pipe, response.getEntityStream()));
    } else if (response.hasEntity()) {
      dropAboutBody(response.getHeaders());
      write(response, type, new PipedStream(pipe, OutputStream.nullOutputStream()));
      pipe.finish();
      response.setStatus(target.answer().status());
      setEntity(response, type, target.answer());
    }
  }

  /**
   * Where the runtime has yet to choose the media type, it writes parameters by what the entity is:
   * they would tell what was changed from what was not.
   */
  private static void setEntity(
      ContainerResponseContext response, MediaType type, WholeAnswer answer) {
    boolean chosen = response.getMediaType() != null;
    boolean same = answer.contentType().equals(type.toString());
    if (!chosen && same && response.getEntity() instanceof String) {
      response.setEntity(new String(answer.body(), StandardCharsets.UTF_8));
    } else {
      response.setEntity(
          answer.body(), response.getEntityAnnotations(), MediaType.valueOf(answer.contentType()));
    }
  }

  /** As the runtime would write it, whatever class it is of. */
  private void write(ContainerResponseContext response, MediaType type, OutputStream out)
      throws IOException {
    @SuppressWarnings("unchecked") // the writer is looked up for the very class
    Class<Object> entityClass = (Class<Object>) response.getEntityClass();
    MessageBodyWriter<Object> writer =
        providers.getMessageBodyWriter(
            entityClass, response.getEntityType(), response.getEntityAnnotations(), type);
    if (writer == null) {
      throw new IOException("nothing writes the answer to " + type);
    }
    writer.writeTo(
        response.getEntity(),
        entityClass,
        response.getEntityType(),
        response.getEntityAnnotations(),
        type,
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
