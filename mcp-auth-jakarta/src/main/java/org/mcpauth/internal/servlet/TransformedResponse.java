// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.lists.AnswerPipe;
import org.mcpauth.internal.lists.AnswerTransform;

/**
 * The response that the MCP server sees where its answer is changed. Nothing of an answer that is
 * changed as a whole reaches the container before it is finished.
 */
final class TransformedResponse extends HeldHeaders {

  private final AnswerTransform transform;
  private final AnswerPipe pipe;

  private boolean muted;
  private volatile boolean async;
  private volatile boolean left;
  private @Nullable TransformedOutputStream stream;
  private @Nullable PrintWriter writer;

  TransformedResponse(HttpServletResponse response, AnswerTransform transform) {
    super(response, transform);
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

  @Override
  boolean isBodyKept() {
    return pipe.isPast();
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
    forgetHeaders();
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
}
