// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256, and its base64url without padding as JOSE writes it. */
public final class Sha256 {

  private Sha256() {}

  /**
   * Hashes.
   *
   * @param bytes what to hash
   * @return 32 bytes
   */
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Hashes, and writes the hash as {@code ath} and {@code x5t#S256} have it.
   *
   * @param bytes what to hash
   * @return 43 characters
   */
  public static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(bytes));
  }

  /**
   * Compares without telling by the time it takes where two texts differ.
   *
   * @param a a text
   * @param b another one
   * @return true if they are the same
   */
  public static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
