// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.util.Locale;
import java.util.Set;

/** An answer with its body. Immutable as long as nobody writes to the array. */
public final class WholeAnswer {

  /** What they say is wrong for a changed body, or tells something about the one before. */
  private static final Set<String> ABOUT_BODY =
      Set.of(
          "content-length",
          "content-md5",
          "content-digest",
          "repr-digest",
          "digest",
          "etag",
          "last-modified");

  /** The media type of a stream of events. */
  private static final String EVENTS = "text/event-stream";

  private final int status;
  private final String contentType;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param contentType the media type with its parameters; empty if it is unknown
   * @param body the body, not copied
   */
  public WholeAnswer(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  /**
   * The HTTP status.
   *
   * @return three digits
   */
  public int status() {
    return status;
  }

  /**
   * The media type.
   *
   * @return the type with its parameters; empty if it is unknown
   */
  public String contentType() {
    return contentType;
  }

  /**
   * The body.
   *
   * @return the body itself, not a copy
   */
  public byte[] body() {
    return body;
  }

  /**
   * Tells whether a media type is that of a stream of events.
   *
   * @param contentType a media type with its parameters
   * @return true if it is
   */
  public static boolean isEvents(String contentType) {
    return essence(contentType).equals(EVENTS);
  }

  /**
   * Tells whether a header describes the very bytes of a body.
   *
   * @param header the name of a header, in any case
   * @return true if it cannot stay when the body changes
   */
  public static boolean isAboutBody(String header) {
    return ABOUT_BODY.contains(header.toLowerCase(Locale.ROOT));
  }

  /** The media type without parameters, in lower case. */
  static String essence(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
  }
}
