// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A response that remembers what reached it. */
final class RecordedTarget implements AnswerTarget {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int status = 200;
  private String contentType;
  private boolean encoded;
  private boolean kept;

  RecordedTarget(String contentType) {
    this.contentType = contentType;
  }

  RecordedTarget encoded() {
    encoded = true;
    return this;
  }

  String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  boolean isKept() {
    return kept;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String contentType() {
    return contentType;
  }

  @Override
  public boolean isEncoded() {
    return encoded;
  }

  @Override
  public void keep() {
    kept = true;
  }

  @Override
  public void begin(WholeAnswer answer) {
    status = answer.status();
    contentType = answer.contentType();
  }

  @Override
  public OutputStream out() {
    return out;
  }
}
