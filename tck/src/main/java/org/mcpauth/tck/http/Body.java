// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bytes of a request. Immutable. */
public final class Body {

  /** No bytes. */
  public static final Body NONE = new Body(List.of());

  private final List<byte[]> parts;

  private Body(List<byte[]> parts) {
    this.parts = parts;
  }

  /**
   * These bytes.
   *
   * @param bytes copied
   * @return a body
   */
  public static Body of(byte[] bytes) {
    return new Body(List.of(bytes.clone()));
  }

  /**
   * A text in UTF-8.
   *
   * @param text the text
   * @return a body
   */
  public static Body of(String text) {
    return new Body(List.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A text in UTF-8 that may be huge, as its filling is held only once.
   *
   * @param before comes first
   * @param filling comes next, again and again
   * @param times how often
   * @param after comes last
   * @return a body
   */
  public static Body filled(String before, String filling, int times, String after) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(before.getBytes(StandardCharsets.UTF_8));
    parts.addAll(Collections.nCopies(times, filling.getBytes(StandardCharsets.UTF_8)));
    parts.add(after.getBytes(StandardCharsets.UTF_8));
    return new Body(Collections.unmodifiableList(parts));
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parts.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  /** The bytes, one after the other, and without a copy of them. */
  InputStream open() {
    List<InputStream> streams = new ArrayList<>();
    parts.forEach(part -> streams.add(new ByteArrayInputStream(part)));
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** How many bytes there are. */
  long length() {
    return parts.stream().mapToLong(part -> part.length).sum();
  }

  /**
   * Whether there are none.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return length() == 0;
  }
}
