// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The content codings that a body may come in (RFC 9110 §8.4.1). */
final class Compression {

  private Compression() {}

  /** Wraps a stream. */
  private interface Coding {
    OutputStream over(OutputStream stream) throws IOException;
  }

  static byte[] gzip(byte[] bytes) {
    return compressed(bytes, GZIPOutputStream::new);
  }

  static byte[] deflate(byte[] bytes) {
    return compressed(bytes, DeflaterOutputStream::new);
  }

  private static byte[] compressed(byte[] bytes, Coding coding) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (OutputStream stream = coding.over(result)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result.toByteArray();
  }
}
