// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Cuts a stream into its events, whatever its line ends, and passes each one on as soon as it is
 * complete. Comments, with which servers keep streams alive, do not wait for an event. Not
 * thread-safe.
 */
final class EventSplitter {

  private final AnswerTransform transform;
  private final ByteArrayOutputStream event = new ByteArrayOutputStream();
  private boolean begun;
  private boolean tooLarge;
  private boolean comment;
  private boolean afterReturn;
  private int lineLength;

  EventSplitter(AnswerTransform transform) {
    this.transform = transform;
  }

  void accept(byte[] bytes, int offset, int length, OutputStream out) throws IOException {
    for (byte next : Arrays.copyOfRange(bytes, offset, offset + length)) {
      accept(next, out);
    }
  }

  /** What is left when a stream ends is no event to most clients, but some take it for one. */
  void finish(OutputStream out) throws IOException {
    if (tooLarge || event.size() > 0) {
      endEvent(out);
    }
  }

  private void accept(byte next, OutputStream out) throws IOException {
    boolean pairs = afterReturn && next == '\n';
    afterReturn = next == '\r';
    if (pairs) {
      endPair(out);
      return;
    }
    keep(next);
    if (next == '\n' || next == '\r') {
      endLine(out);
    } else {
      comment = lineLength == 0 ? next == ':' : comment;
      lineLength++;
    }
  }

  /** The second half of a line end whose first half did its work already. */
  private void endPair(OutputStream out) throws IOException {
    if (begun || tooLarge) {
      keep((byte) '\n');
    } else {
      out.write('\n');
    }
  }

  private void keep(byte next) {
    if (event.size() >= transform.limit()) {
      tooLarge = true;
      event.reset();
    }
    if (!tooLarge) {
      event.write(next);
    }
  }

  private void endLine(OutputStream out) throws IOException {
    if (lineLength == 0) {
      endEvent(out);
    } else if (comment && !begun && !tooLarge) {
      event.writeTo(out);
      event.reset();
    } else {
      begun = true;
    }
    lineLength = 0;
  }

  private void endEvent(OutputStream out) throws IOException {
    out.write(
        tooLarge
            ? transform.refusal().event("an event larger than " + transform.limit() + " bytes")
            : transform.event(event.toByteArray()));
    event.reset();
    begun = false;
    tooLarge = false;
  }
}
