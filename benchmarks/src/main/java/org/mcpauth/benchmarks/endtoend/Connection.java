// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kept-alive HTTP/1.1 connection that knows no more of HTTP than it needs, because every
 * microsecond that it takes is missing on the server's side. Not thread-safe.
 */
final class Connection implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");
  private static final int STATUS = "HTTP/1.1 ".length();
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];

  private String lastHead = "";
  private int lastLength;

  /**
   * An answer.
   *
   * @param status the status
   * @param length the size of the body in bytes
   */
  record Answer(int status, int length) {}

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = socket.getInputStream();
  }

  /** Sends a request and reads the answer to its end. */
  Answer exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int filled = 0;
    int headEnd = -1;
    while (headEnd < 0) {
      int from = filled;
      filled = fill(filled);
      headEnd = headEnd(Math.max(0, from - 3), filled);
    }
    String head = new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
    int end = headEnd + length(head);
    if (end > buffer.length) {
      throw new IOException("the answer is larger than this client can take");
    }
    while (filled < end) {
      filled = fill(filled);
    }
    return new Answer(Integer.parseInt(head, STATUS, STATUS + 3, 10), end - headEnd);
  }

  private int fill(int filled) throws IOException {
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    return filled + read;
  }

  private int headEnd(int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (buffer[i] == '\r'
          && buffer[i + 1] == '\n'
          && buffer[i + 2] == '\r'
          && buffer[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  /** Most heads are like the one before, but for nothing at all. */
  private int length(String head) throws IOException {
    if (!head.equals(lastHead)) {
      Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
      if (!length.find()) {
        throw new IOException("the answer has no Content-Length:\n" + head);
      }
      lastLength = Integer.parseInt(length.group(1));
      lastHead = head;
    }
    return lastLength;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
