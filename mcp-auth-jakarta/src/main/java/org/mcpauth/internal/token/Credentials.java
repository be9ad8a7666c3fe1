// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

/** What a request brings along to authenticate itself. */
public sealed interface Credentials {

  /**
   * The scheme that was used, since an error is delivered on that one (RFC 9449 §7.1).
   *
   * @return true if it was {@code DPoP}; false if it was {@code Bearer}, or none that is known
   */
  default boolean dpopScheme() {
    return false;
  }

  /** Nothing, or nothing of a scheme that is accepted. */
  record None() implements Credentials {}

  /**
   * One token, of the scheme {@code Bearer}.
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
   * One token, of the scheme {@code DPoP}. The proof that belongs to it has a header of its own.
   *
   * @param token its text, of the syntax of RFC 9449 §7.1
   */
  record Dpop(String token) implements Credentials {

    @Override
    public boolean dpopScheme() {
      return true;
    }

    /**
     * Hides the token.
     *
     * @return a fixed text
     */
    @Override
    public String toString() {
      return "Dpop[token hidden]";
    }
  }

  /**
   * Something that is no token.
   *
   * @param reason why
   * @param dpopScheme whether the scheme was {@code DPoP}
   */
  record MalformedToken(String reason, boolean dpopScheme) implements Credentials {}

  /**
   * A request that must not be answered with anything but {@code invalid_request}.
   *
   * @param reason why
   * @param dpopScheme whether the scheme was {@code DPoP}
   */
  record MalformedRequest(String reason, boolean dpopScheme) implements Credentials {}
}
