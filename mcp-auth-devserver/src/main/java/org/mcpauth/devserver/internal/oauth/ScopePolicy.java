// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which scopes may be granted (RFC 6749 §3.3). Who asks for none gets none. */
final class ScopePolicy {

  private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private final Set<String> known;

  /** With no known scopes, every syntactically valid one may be granted. */
  ScopePolicy(Set<String> known) {
    this.known = known;
  }

  List<String> requested(@Nullable Scope scope) throws GeneralException {
    if (scope == null) {
      return List.of();
    }
    List<String> tokens = List.copyOf(scope.toStringList());
    for (String token : tokens) {
      if (!SCOPE_TOKEN.matcher(token).matches()) {
        throw Messages.refusal(OAuth2Error.INVALID_SCOPE, "not a scope-token of RFC 6749");
      }
      if (!known.isEmpty() && !known.contains(token)) {
        throw Messages.refusal(OAuth2Error.INVALID_SCOPE, "unknown scope: " + token);
      }
    }
    return tokens;
  }

  /** RFC 6749 §6: the same or less, never more. */
  static List<String> narrow(@Nullable Scope wanted, List<String> granted) throws GeneralException {
    if (wanted == null || wanted.isEmpty()) {
      return granted;
    }
    List<String> tokens = List.copyOf(wanted.toStringList());
    if (!granted.containsAll(tokens)) {
      throw Messages.refusal(OAuth2Error.INVALID_SCOPE, "scope exceeds what was granted");
    }
    return tokens;
  }
}
