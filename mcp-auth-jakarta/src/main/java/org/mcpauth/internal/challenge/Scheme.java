// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

/** The authentication schemes (RFC 9110 §11.1) of access tokens. */
public enum Scheme {
  /** RFC 6750. */
  BEARER("Bearer"),
  /** RFC 9449 §7.1. */
  DPOP("DPoP");

  private final String text;

  Scheme(String text) {
    this.text = text;
  }

  /**
   * The name, as a challenge has it.
   *
   * @return {@code Bearer} or {@code DPoP}
   */
  public String text() {
    return text;
  }
}
