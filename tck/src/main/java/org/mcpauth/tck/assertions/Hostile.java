// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.List;
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

  /** One token for each reason that there is to refuse a token. */
  static List<Hostile> ofEveryKind(TokenDraft draft) {
    return List.of(
        of("expired", draft.expired()),
        of("not yet valid", draft.notYetValid()),
        of("a foreign signature", draft.foreignKey()),
        of("an unknown kid", draft.foreignKey().unknownKeyId()),
        of("another issuer", draft.wrongIssuer()),
        of("another audience", draft.wrongAudience()),
        of("another typ", draft.idToken()),
        of("unsigned", draft.algNone()));
  }
}
