// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import org.mcpauth.devserver.TokenDraft;

/**
 * A token that must be refused.
 *
 * @param what is wrong with it, for messages
 * @param token the token, which is never printed
 */
record Hostile(String what, String token) {

  static Hostile of(String what, TokenDraft draft) {
    return new Hostile(what, draft.mint());
  }

  @Override
  public String toString() {
    return what;
  }
}
