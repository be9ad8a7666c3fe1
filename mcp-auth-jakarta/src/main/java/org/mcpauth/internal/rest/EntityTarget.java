// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.io.OutputStream;
import org.mcpauth.internal.lists.AnswerTarget;
import org.mcpauth.internal.lists.WholeAnswer;

/**
 * Takes the answer of a resource: events go to its entity stream, anything else is kept, to become
 * another entity.
 */
final class EntityTarget implements AnswerTarget {

  private final int status;
  private final String contentType;
  private final boolean encoded;
  private final OutputStream events;
  private WholeAnswer answer;

  private EntityTarget(int status, String contentType, boolean encoded, OutputStream events) {
    this.status = status;
    this.contentType = contentType;
    this.encoded = encoded;
    this.events = events;
    this.answer = new WholeAnswer(status, contentType, new byte[0]);
  }

  static EntityTarget of(ContainerResponseContext response, MediaType type) {
    String coding = response.getHeaderString("Content-Encoding");
    return new EntityTarget(
        response.getStatus(),
        type.toString(),
        coding != null && !coding.equalsIgnoreCase("identity"),
        response.getEntityStream());
  }

  /** What was made of the resource's answer. */
  WholeAnswer answer() {
    return answer;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public boolean isEncoded() {
    return encoded;
  }

  @Override
  public void keep() {
    // Headers of another body were taken away only where the body is another one.
  }

  @Override
  public void begin(WholeAnswer changed) {
    answer = changed;
  }

  @Override
  public OutputStream out() {
    return WholeAnswer.isEvents(contentType) && !encoded ? events : OutputStream.nullOutputStream();
  }
}
