// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kept-alive HTTP/1.1 connection that knows no more of HTTP than it needs, because every
 * microsecond that it takes is missing on the server's side. Not thread-safe.
 */
final class Connection implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");
  private static final String CHUNKED = "\r\ntransfer-encoding: chunked\r\n";
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS = "HTTP/1.1 ".length();
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];

  private String lastHead = "";

  /** Negative where the answer comes in chunks. */
  private int lastLength;

  /**
   * An answer.
   *
   * @param status the status
   * @param length the size of the body in bytes, with its chunks' frames
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
    readHead(new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1));
    while (lastLength < 0 ? !endsWithLastChunk(headEnd, filled) : filled < headEnd + lastLength) {
      filled = fill(filled);
    }
    return new Answer(Integer.parseInt(lastHead, STATUS, STATUS + 3, 10), filled - headEnd);
  }

  /** A header of the last answer. */
  String header(String name) throws IOException {
    Matcher line =
        Pattern.compile("\r\n" + name + ": *([^\r]*)\r\n", Pattern.CASE_INSENSITIVE)
            .matcher(lastHead);
    if (!line.find()) {
      throw new IOException("the answer has no " + name + ":\n" + lastHead);
    }
    return line.group(1);
  }

  private int fill(int filled) throws IOException {
    if (filled == buffer.length) {
      throw new IOException("the answer is larger than this client can take");
    }
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

  /**
   * Chunks are not looked at: in server-sent events and JSON no line consists of a zero, and after
   * the answer nothing comes.
   */
  private boolean endsWithLastChunk(int from, int to) {
    int start = to - LAST_CHUNK.length;
    return start >= from
        && Arrays.equals(buffer, start, to, LAST_CHUNK, 0, LAST_CHUNK.length)
        && (start == from || buffer[start - 1] == '\n');
  }

  /** Most heads are like the one before, but for nothing at all. */
  private void readHead(String head) throws IOException {
    if (head.equals(lastHead)) {
      return;
    }
    Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
    if (length.find()) {
      lastLength = Integer.parseInt(length.group(1));
    } else if (head.toLowerCase(Locale.ROOT).contains(CHUNKED)) {
      lastLength = -1;
    } else {
      throw new IOException("the answer has no Content-Length:\n" + head);
    }
    lastHead = head;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
