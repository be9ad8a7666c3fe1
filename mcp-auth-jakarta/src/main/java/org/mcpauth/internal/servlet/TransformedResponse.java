// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.lists.AnswerPipe;
import org.mcpauth.internal.lists.AnswerTransform;
import org.mcpauth.internal.lists.WholeAnswer;

/**
 * The response that the MCP server sees where its answer is changed. Nothing of an answer that is
 * changed as a whole reaches the container before it is finished.
 */
final class TransformedResponse extends HttpServletResponseWrapper {

  private final AnswerTransform transform;
  private final AnswerPipe pipe;

  /** Headers that describe the server's body, for the case that it stays. */
  private final List<Runnable> aboutBody = new ArrayList<>();

  private boolean announcesLength;
  private boolean muted;
  private volatile boolean async;
  private volatile boolean left;
  private @Nullable TransformedOutputStream stream;
  private @Nullable PrintWriter writer;

  TransformedResponse(HttpServletResponse response, AnswerTransform transform) {
    super(response);
    this.transform = transform;
    this.pipe = new AnswerPipe(transform, new ResponseTarget(response, this));
  }

  boolean isAround(Object response) {
    return response == this
        || (response instanceof ServletResponseWrapper wrapper && wrapper.isWrapperFor(this));
  }

  /** Whether somebody else than the server writes the answer now, as after an error. */
  boolean isLeft() {
    return left;
  }

  boolean isAsync() {
    return async;
  }

  void setAsync(boolean started) {
    async = started;
  }

  boolean announcesLength() {
    return announcesLength;
  }

  void restoreHeaders() {
    aboutBody.forEach(Runnable::run);
    aboutBody.clear();
  }

  /** Sends what was held back. Does nothing the second time. */
  void finish() throws IOException {
    if (!left) {
      flushWriter();
      pipe.finish();
    }
  }

  /** Gives up the server's answer for another one. */
  HttpServletResponse leave() {
    left = true;
    return (HttpServletResponse) getResponse();
  }

  AnswerPipe pipe() {
    return pipe;
  }

  boolean isSilent() {
    return muted || left;
  }

  ServletOutputStream container() throws IOException {
    return super.getOutputStream();
  }

  @Override
  public ServletOutputStream getOutputStream() {
    if (writer != null) {
      throw new IllegalStateException("getWriter() was called before");
    }
    return stream();
  }

  private TransformedOutputStream stream() {
    if (stream == null) {
      stream = new TransformedOutputStream(this);
    }
    return stream;
  }

  /** In UTF-8, as MCP wants it: other answers are not understood. */
  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      if (stream != null) {
        throw new IllegalStateException("getOutputStream() was called before");
      }
      if (!StandardCharsets.UTF_8.name().equalsIgnoreCase(getCharacterEncoding())) {
        setCharacterEncoding(StandardCharsets.UTF_8.name());
      }
      writer = new PrintWriter(new OutputStreamWriter(stream(), StandardCharsets.UTF_8));
    }
    return writer;
  }

  private void flushWriter() {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    flushWriter();
    if (!isSilent() && pipe.flush()) {
      super.flushBuffer();
    }
  }

  @Override
  public void reset() {
    super.reset();
    forgetBody();
    stream = null;
    writer = null;
    aboutBody.clear();
    announcesLength = false;
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    forgetBody();
  }

  /** With what the writer has not passed on yet. */
  private void forgetBody() {
    muted = true;
    flushWriter();
    muted = false;
    pipe.reset();
  }

  @Override
  public void sendError(int status) throws IOException {
    leave();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    leave();
    super.sendError(status, transform.text(message));
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    leave();
    super.sendRedirect(transform.header(location));
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
    if (!WholeAnswer.isAboutBody(name) || pipe.isPast()) {
      return false;
    }
    announcesLength |= name.equalsIgnoreCase("Content-Length");
    aboutBody.add(header);
    return true;
  }
}
