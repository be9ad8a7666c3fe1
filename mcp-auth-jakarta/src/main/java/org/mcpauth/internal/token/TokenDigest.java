// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a token: what the cache keeps in its place, so that a dump of the memory holds no
 * token that could be used (GEN-4).
 */
record TokenDigest(long a, long b, long c, long d) {

  static TokenDigest of(String token) {
    try {
      byte[] text = token.getBytes(StandardCharsets.UTF_8);
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
      return new TokenDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
