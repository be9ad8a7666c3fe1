// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a token, which stands for it, so that a dump of the memory holds no token that
 * could be used (GEN-4).
 *
 * @param hash the hash, read-only
 */
record TokenKey(ByteBuffer hash) {

  static TokenKey of(String token) {
    try {
      byte[] text = token.getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return new TokenKey(ByteBuffer.wrap(hash).asReadOnlyBuffer());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
