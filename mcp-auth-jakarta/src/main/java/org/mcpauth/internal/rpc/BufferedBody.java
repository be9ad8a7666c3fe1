// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The body of a request, read once and kept, so that the server reads the very bytes that were
 * decided about.
 */
public final class BufferedBody {

  /** RFC 8259 §8.1: JSON is UTF-8; a parameter that says so is harmless, any other is not. */
  private static final Pattern JSON =
      Pattern.compile("application/json\\s*+(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?;?\\s*");

  private final byte[] bytes;

  private BufferedBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a body to its end, or to its limit.
   *
   * @param in the body
   * @param declaredLength the {@code Content-Length}; negative if unknown
   * @param limit the largest size that is read, in bytes
   * @return the body
   * @throws MalformedMessageException if it is larger than that, or than declared ({@code 413})
   * @throws IOException if reading fails
   */
  public static BufferedBody read(InputStream in, long declaredLength, int limit)
      throws MalformedMessageException, IOException {
    if (declaredLength > limit) {
      throw tooLarge(limit);
    }
    return declaredLength < 0 ? readToEnd(in, limit) : readDeclared(in, (int) declaredLength);
  }

  private static BufferedBody readToEnd(InputStream in, int limit)
      throws MalformedMessageException, IOException {
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw tooLarge(limit);
    }
    return new BufferedBody(bytes);
  }

  /** Of a large body, memory is taken as it arrives: a length can be declared and never sent. */
  private static BufferedBody readDeclared(InputStream in, int length)
      throws MalformedMessageException, IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length == length && in.read() >= 0) {
      throw new MalformedMessageException(
          413,
          RpcError.withoutId(
              RpcError.INVALID_REQUEST, "The message is larger than its Content-Length"));
    }
    return new BufferedBody(bytes);
  }

  /**
   * Refuses a body whose headers say that it is not plain JSON: what another reader might decode in
   * another way was not decided about.
   *
   * @param headers the headers of the request
   * @throws MalformedMessageException if the body is declared as anything else ({@code 415})
   */
  public static void requireJson(HeaderLookup headers) throws MalformedMessageException {
    var types = headers.headers("Content-Type");
    boolean json =
        types.size() == 1 && JSON.matcher(types.get(0).trim().toLowerCase(Locale.ROOT)).matches();
    if (!json || !headers.headers("Content-Encoding").isEmpty()) {
      throw new MalformedMessageException(
          415,
          RpcError.withoutId(
              RpcError.INVALID_REQUEST,
              "The message must be sent as application/json, in UTF-8, without content coding"));
    }
  }

  /** A body of a text that was one before. */
  static BufferedBody of(String text) {
    return new BufferedBody(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The body again, from its beginning.
   *
   * @return a new stream over it
   */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * The size.
   *
   * @return the number of bytes
   */
  public int size() {
    return bytes.length;
  }

  /** The body as text. A byte that is not UTF-8 is refused, not replaced. */
  CharBuffer text() throws MalformedMessageException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException(
          RpcError.withoutId(RpcError.PARSE_ERROR, "The message is not UTF-8"));
    }
  }

  private static MalformedMessageException tooLarge(int limit) {
    return new MalformedMessageException(
        413,
        RpcError.withoutId(
            RpcError.INVALID_REQUEST, "The message is larger than " + limit + " bytes"));
  }
}
