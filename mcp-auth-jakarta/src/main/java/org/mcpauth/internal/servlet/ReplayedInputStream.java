// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that was read before, read again. It never blocks. */
final class ReplayedInputStream extends ServletInputStream {

  private final InputStream body;

  ReplayedInputStream(InputStream body) {
    this.body = body;
  }

  @Override
  public int read() throws IOException {
    return body.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return body.read(buffer, offset, length);
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public boolean isFinished() {
    try {
      return body.available() == 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public boolean isReady() {
    return true;
  }

  /** Everything is there already, so the listener is called at once. */
  @Override
  public void setReadListener(ReadListener listener) {
    try {
      listener.onDataAvailable();
      if (isFinished()) {
        listener.onAllDataRead();
      }
    } catch (IOException e) {
      listener.onError(e);
    }
  }
}
