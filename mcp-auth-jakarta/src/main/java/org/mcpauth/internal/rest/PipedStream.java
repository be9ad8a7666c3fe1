// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import java.io.IOException;
import java.io.OutputStream;
import org.mcpauth.internal.lists.AnswerPipe;

/** The entity stream that a resource sees where its answer is changed. */
final class PipedStream extends OutputStream {

  private final AnswerPipe pipe;
  private final OutputStream behind;

  PipedStream(AnswerPipe pipe, OutputStream behind) {
    this.pipe = pipe;
    this.behind = behind;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    pipe.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    pipe.flush();
  }

  @Override
  public void close() throws IOException {
    pipe.finish();
    behind.close();
  }
}
