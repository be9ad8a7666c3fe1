// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.store;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable strings: codes, refresh tokens, client secrets, session ids. */
public final class RandomToken {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  /**
   * A new string of 256 random bits.
   *
   * @return base64url without padding
   */
  public static String next() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
