// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The {@code ETag} of a document (RFC 9110 §8.8.3). */
public final class EntityTag {

  private EntityTag() {}

  /**
   * Makes the strong tag of a document.
   *
   * @param document its text
   * @return the tag in its quotes
   */
  public static String of(String document) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
      return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
