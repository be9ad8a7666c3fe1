// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import java.nio.charset.StandardCharsets;
import org.mcpauth.internal.jose.Sha256;

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
    return "\"" + Sha256.base64url(document.getBytes(StandardCharsets.UTF_8)) + "\"";
  }
}
