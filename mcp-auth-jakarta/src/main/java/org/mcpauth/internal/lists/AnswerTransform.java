// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

/** Changes the answer to one request on its way out. Immutable, thread-safe. */
public interface AnswerTransform {

  /**
   * Tells whether answers of a media type are changed; others pass as they are.
   *
   * @param contentType the media type with its parameters; empty if it is unknown
   * @return true if they are
   */
  boolean concerns(String contentType);

  /**
   * Changes an answer that is not a stream of events.
   *
   * @param answer the server's answer
   * @return what the client gets instead
   */
  WholeAnswer whole(WholeAnswer answer);

  /**
   * Changes an event of a stream.
   *
   * @param event the event with the empty line at its end, as the server wrote it
   * @return what the client gets instead; the same bytes if nothing is to be changed
   */
  byte[] event(byte[] event);

  /**
   * Changes the value of a header.
   *
   * @param value what the server wrote
   * @return what the client gets instead; fit for a header
   */
  String header(String value);

  /**
   * Changes a text that something else puts into a body later, such as the reason of an error.
   *
   * @param text what the server wrote
   * @return what the client gets instead
   */
  String text(String text);

  /**
   * What the client gets where nothing of an answer can be let through.
   *
   * @return the refusal
   */
  AnswerRefusal refusal();

  /**
   * The largest answer, or event of a stream, that is looked at.
   *
   * @return the number of bytes
   */
  int limit();
}
