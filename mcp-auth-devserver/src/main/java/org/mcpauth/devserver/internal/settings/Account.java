// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.settings;

/**
 * A resource owner who can log in.
 *
 * @param username the name, also the {@code sub} of tokens
 * @param password the password
 */
public record Account(String username, String password) {

  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
