// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The SHA-256 of a token: what caches keep in its place, so that a dump of the memory holds no
 * token that could be used (GEN-4).
 *
 * @param a the first 8 bytes
 * @param b the next 8
 * @param c the next 8
 * @param d the last 8
 */
public record TokenDigest(long a, long b, long c, long d) {

  /**
   * Digests a token.
   *
   * @param token its text
   * @return its digest
   */
  public static TokenDigest of(String token) {
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    return new TokenDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
  }
}
