// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The body of an answer that is changed. It takes everything at once, so it never blocks. */
final class TransformedOutputStream extends ServletOutputStream {

  private final TransformedResponse response;

  TransformedOutputStream(TransformedResponse response) {
    this.response = response;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!response.isSilent()) {
      response.pipe().write(bytes, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    if (!response.isSilent()) {
      response.pipe().flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (!response.isSilent()) {
      response.pipe().finish();
      response.container().close();
    }
  }

  @Override
  public boolean isReady() {
    return true;
  }

  /** The container never sees the listener: what it could wait for is always there. */
  @Override
  public void setWriteListener(WriteListener listener) {
    try {
      listener.onWritePossible();
    } catch (IOException e) {
      listener.onError(e);
    }
  }
}
