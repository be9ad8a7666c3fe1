// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The way of a body through a transformation. Events go on one by one; anything else is collected
 * until it is finished, up to the limit. Not thread-safe, like a response.
 */
public final class AnswerPipe {

  private enum Way {
    /** Nothing was written yet. */
    OPEN,
    /** As it is. */
    PAST,
    /** Event by event. */
    EVENTS,
    /** As a whole. */
    WHOLE,
    /** Finished; what comes now is lost. */
    ENDED
  }

  private final AnswerTransform transform;
  private final AnswerTarget target;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private EventSplitter splitter;
  private Way way = Way.OPEN;
  private @Nullable String fault;

  /**
   * Makes a way for one answer.
   *
   * @param transform changes it
   * @param target where it goes
   */
  public AnswerPipe(AnswerTransform transform, AnswerTarget target) {
    this.transform = transform;
    this.target = target;
    this.splitter = new EventSplitter(transform);
  }

  /**
   * Takes a part of the body.
   *
   * @param bytes holds the part
   * @param offset where it begins
   * @param length how long it is
   * @throws IOException if what can go on already cannot be written
   */
  public void write(byte[] bytes, int offset, int length) throws IOException {
    switch (way()) {
      case PAST -> target.out().write(bytes, offset, length);
      case EVENTS -> splitter.accept(bytes, offset, length, target.out());
      case WHOLE -> collect(bytes, offset, length);
      case OPEN, ENDED -> {}
    }
  }

  /**
   * Sends what can go on already.
   *
   * @return true if the headers can go too
   * @throws IOException if it cannot be written
   */
  public boolean flush() throws IOException {
    // The media type of what may still become anything is not known before it is written.
    boolean unknown = way == Way.OPEN && target.contentType().isEmpty();
    if (unknown || way() == Way.WHOLE) {
      return false;
    }
    target.out().flush();
    return true;
  }

  /**
   * Ends the answer: now what was collected is sent. Does nothing the second time.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    Way ended = way;
    way = Way.ENDED;
    if (ended == Way.EVENTS) {
      splitter.finish(target.out());
      target.out().flush();
    } else if (ended == Way.WHOLE && (body.size() > 0 || fault != null)) {
      send();
    } else if (ended == Way.OPEN || ended == Way.WHOLE) {
      target.keep(); // no body is none that tells anything
    }
  }

  /**
   * Tells whether the body goes as it is.
   *
   * @return true if it began, and the transformation does not concern it
   */
  public boolean isPast() {
    return way == Way.PAST;
  }

  /** Forgets what was collected, because another body begins. */
  public void reset() {
    body.reset();
    fault = null;
    splitter = new EventSplitter(transform);
    if (way != Way.ENDED) {
      way = Way.OPEN;
    }
  }

  private Way way() {
    if (way == Way.OPEN) {
      String type = target.contentType();
      if (!transform.concerns(type)) {
        way = Way.PAST;
        target.keep();
      } else if (!WholeAnswer.isEvents(type)) {
        way = Way.WHOLE;
      } else {
        way = target.isEncoded() ? Way.WHOLE : Way.EVENTS;
      }
    }
    return way;
  }

  private void collect(byte[] bytes, int offset, int length) {
    if (body.size() + (long) length > transform.limit()) {
      fault = "a body larger than " + transform.limit() + " bytes";
      body.reset();
    } else if (fault == null) {
      body.write(bytes, offset, length);
    }
  }

  private void send() throws IOException {
    WholeAnswer server = new WholeAnswer(target.status(), target.contentType(), body.toByteArray());
    String why = fault;
    if (why == null && target.isEncoded()) {
      why = "a body with a content coding";
    }
    if (why == null && WholeAnswer.isEvents(server.contentType())) {
      splitter.accept(server.body(), 0, server.body().length, target.out());
      splitter.finish(target.out());
      return;
    }
    WholeAnswer shown =
        why == null ? transform.whole(server) : transform.refusal().whole(server.status(), why);
    target.begin(shown);
    target.out().write(shown.body());
  }
}
