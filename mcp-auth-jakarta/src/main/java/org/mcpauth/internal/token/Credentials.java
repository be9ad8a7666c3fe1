// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

/** What a request brings along to authenticate itself. */
public sealed interface Credentials {

  /** Nothing, or nothing of the scheme {@code Bearer}. */
  record None() implements Credentials {}

  /**
   * One token.
   *
   * @param token its text, of the syntax of RFC 6750 §2.1
   */
  record Bearer(String token) implements Credentials {

    /**
     * Hides the token.
     *
     * @return a fixed text
     */
    @Override
    public String toString() {
      return "Bearer[token hidden]";
    }
  }

  /**
   * Something that is no token.
   *
   * @param reason why
   */
  record MalformedToken(String reason) implements Credentials {}

  /**
   * A request that must not be answered with anything but {@code invalid_request}.
   *
   * @param reason why
   */
  record MalformedRequest(String reason) implements Credentials {}
}
