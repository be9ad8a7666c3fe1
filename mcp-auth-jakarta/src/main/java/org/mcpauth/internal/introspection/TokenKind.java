// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mcpauth.InvalidTokenException;

/**
 * Tells access tokens from others that are active too: an introspection endpoint answers for
 * refresh tokens as well (RFC 7662 §2.1), and {@code token_type_hint} is only a hint; an endpoint
 * that validates JWTs may do so for ID tokens.
 */
final class TokenKind {

  /**
   * Which values mean an access token: {@code token_type} as in RFC 6749 §7.1, the others as
   * Keycloak ({@code typ}), Ory Hydra and Cognito ({@code token_use}) and FusionAuth ({@code tty})
   * say it.
   */
  private static final Map<String, Set<String>> ACCESS_TOKEN =
      Map.of(
          "token_type",
          Set.of("bearer", "dpop"),
          "typ",
          Set.of("bearer", "dpop", "jwt", "at+jwt", "application/at+jwt"),
          "token_use",
          Set.of("access", "access_token"),
          "tty",
          Set.of("at"));

  private TokenKind() {}

  static void requireAccessToken(Map<String, Object> answer) {
    ACCESS_TOKEN.forEach(
        (member, values) -> {
          boolean other =
              answer.containsKey(member)
                  && !values.contains(String.valueOf(answer.get(member)).toLowerCase(Locale.ROOT));
          if (other) {
            throw new InvalidTokenException("The token is not an access token");
          }
        });
  }
}
