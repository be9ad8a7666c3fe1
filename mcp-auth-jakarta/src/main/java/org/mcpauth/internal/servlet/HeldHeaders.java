// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.ArrayList;
import java.util.List;
import org.mcpauth.internal.lists.AnswerTransform;
import org.mcpauth.internal.lists.WholeAnswer;

/**
 * A response whose headers are changed with its body: those that describe the server's body are
 * held back until it is known that it stays.
 */
abstract class HeldHeaders extends HttpServletResponseWrapper {

  private final AnswerTransform transform;
  private final List<Runnable> held = new ArrayList<>();
  private boolean announcesLength;

  HeldHeaders(HttpServletResponse response, AnswerTransform transform) {
    super(response);
    this.transform = transform;
  }

  /** Whether the body began and goes as it is. */
  abstract boolean isBodyKept();

  /** Whether the server said how long its body is. */
  boolean announcesLength() {
    return announcesLength;
  }

  void restoreHeaders() {
    held.forEach(Runnable::run);
    held.clear();
  }

  void forgetHeaders() {
    held.clear();
    announcesLength = false;
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isHeld("Content-Length", () -> super.setContentLengthLong(length))) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void setHeader(String name, String value) {
    if (!isHeld(name, () -> super.setHeader(name, value))) {
      super.setHeader(name, transform.header(value));
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!isHeld(name, () -> super.addHeader(name, value))) {
      super.addHeader(name, transform.header(value));
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    setHeader(name, String.valueOf(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    addHeader(name, String.valueOf(value));
  }

  @Override
  public void setDateHeader(String name, long value) {
    if (!isHeld(name, () -> super.setDateHeader(name, value))) {
      super.setDateHeader(name, value);
    }
  }

  @Override
  public void addDateHeader(String name, long value) {
    if (!isHeld(name, () -> super.addDateHeader(name, value))) {
      super.addDateHeader(name, value);
    }
  }

  private boolean isHeld(String name, Runnable header) {
    if (!WholeAnswer.isAboutBody(name) || isBodyKept()) {
      return false;
    }
    announcesLength |= name.equalsIgnoreCase("Content-Length");
    held.add(header);
    return true;
  }
}
