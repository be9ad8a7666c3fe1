// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.jose.ForeignClaims;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.settings.ClaimPath;
import org.mcpauth.internal.settings.IssuerSettings;

/**
 * Tells access tokens from other JWTs of the same issuer (RFC 8725 §3.11 and §3.12). Strict: the
 * explicit type of RFC 9068 §4 and nothing else. Lenient: also untyped JWTs, as many issuers make
 * them, unless their claims show that they are something else.
 */
final class TokenTypeRules {

  private static final Set<String> ACCESS_TOKEN = Set.of("at+jwt", "application/at+jwt");
  private static final Set<String> UNTYPED = Set.of("", "jwt", "application/jwt");

  /**
   * How Keycloak (typ), Cognito (token_use) and FusionAuth (tty) mark what is not an access token.
   */
  private static final Map<String, Set<String>> ACCESS_MARKS =
      Map.of(
          "typ", Set.of("Bearer", "at+jwt", "JWT"),
          "token_use", Set.of("access"),
          "tty", Set.of("at"));

  /** Those of the marks that no other kind of token has. */
  private static final Set<String> PROVING_MARKS = Set.of("token_use", "tty");

  /** Every ID token has it. */
  private static final ClaimPath AUDIENCE = new ClaimPath(List.of("aud"));

  private final boolean strict;
  private final List<ClaimPath> proofs;

  TokenTypeRules(boolean strict, IssuerSettings.ClaimNames names) {
    this.strict = strict;
    this.proofs = proofs(names);
  }

  void check(JoseHeader header, Map<String, Object> claims) {
    String type = header.type().orElse("").toLowerCase(Locale.ROOT);
    if (ACCESS_TOKEN.contains(type)) {
      return;
    }
    if (strict) {
      throw new InvalidTokenException("The JWT is not typed as an access token, at+jwt");
    }
    if (!UNTYPED.contains(type) || isSomethingElse(claims) || !isForClient(claims)) {
      throw new InvalidTokenException("The JWT is not an access token");
    }
  }

  /**
   * Where only access tokens have something. Roles are in ID tokens too, whatever else they are
   * read as.
   */
  private static List<ClaimPath> proofs(IssuerSettings.ClaimNames names) {
    return Stream.concat(names.scopes().stream(), names.clientId().stream())
        .filter(path -> !names.roles().contains(path) && !path.equals(AUDIENCE))
        .toList();
  }

  /** An untyped JWT that names neither a scope nor a client may be anything, an ID token first. */
  private boolean isForClient(Map<String, Object> claims) {
    return PROVING_MARKS.stream().anyMatch(claims::containsKey)
        || proofs.stream().anyMatch(path -> path.in(claims).isPresent());
  }

  private static boolean isSomethingElse(Map<String, Object> claims) {
    return ForeignClaims.in(claims)
        || ACCESS_MARKS.entrySet().stream()
            .anyMatch(
                mark ->
                    claims.containsKey(mark.getKey())
                        && !mark.getValue().contains(String.valueOf(claims.get(mark.getKey()))));
  }
}
