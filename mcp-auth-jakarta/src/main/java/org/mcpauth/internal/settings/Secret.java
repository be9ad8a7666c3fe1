// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

/**
 * A configured value that nobody must see: a client secret, a key, a token.
 *
 * @param value the value
 */
public record Secret(String value) {

  /**
   * Hides the value.
   *
   * @return a fixed text
   */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
