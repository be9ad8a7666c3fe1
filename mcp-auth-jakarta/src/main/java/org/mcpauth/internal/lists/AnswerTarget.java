// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.io.IOException;
import java.io.OutputStream;

/** Where a changed answer goes: the response of a binding. */
public interface AnswerTarget {

  /**
   * The HTTP status so far.
   *
   * @return three digits
   */
  int status();

  /**
   * The media type so far.
   *
   * @return the type with its parameters; empty if none is set
   */
  String contentType();

  /**
   * Tells whether the body is compressed or otherwise encoded.
   *
   * @return true if it has a content coding
   */
  boolean isEncoded();

  /** Learns that the body stays as it is, and so does what headers say about it. */
  void keep();

  /**
   * Takes a whole body instead of the server's.
   *
   * @param answer status, media type and length of what is written now
   */
  void begin(WholeAnswer answer);

  /**
   * The body that the client gets.
   *
   * @return the stream, the same every time
   * @throws IOException if there is none
   */
  OutputStream out() throws IOException;
}
