// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.McpServer;

/**
 * Which tokens are believed that the issuer's key signed (RFC 9068 §4). Refused means 401 and no
 * result.
 */
public interface TokenAssertions extends ServerTest {

  /** Checks {@code exp}; an hour is beyond any leeway. */
  @Core
  @Assertion(
      id = "expired-token-is-refused",
      strategy = "A token that expired an hour ago or long ago is refused with 401")
  default void expiredTokenIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("expired an hour ago", draft.expired()),
            Hostile.of(
                "issued just now, expired an hour ago", draft.expiresIn(Duration.ofHours(-1))),
            Hostile.of("expired in 1970", draft.claim("exp", 0)),
            Hostile.of("expired before 1970", draft.claim("exp", -1)),
            Hostile.of("expired at a fraction of a second", draft.claim("exp", 1_700_000_000.5))));
  }

  /** Checks that {@code exp} is required, and must be a time. */
  @Core
  @Assertion(
      id = "token-without-expiry-is-refused",
      strategy = "A token without exp, or with an exp that is no time, is refused with 401")
  default void tokenWithoutExpiryIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("no exp", draft.noExpiry()),
            Hostile.of("exp is a word", draft.claim("exp", "never")),
            Hostile.of("exp is true", draft.claim("exp", true)),
            Hostile.of("exp is an empty array", draft.claim("exp", List.of()))));
  }

  /** Checks {@code nbf}; an hour is beyond any leeway. */
  @Core
  @Assertion(
      id = "token-before-its-time-is-refused",
      strategy = "A token that is not valid for another hour, or much longer, is refused with 401")
  default void tokenBeforeItsTimeIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("nbf in an hour", draft.notYetValid()),
            Hostile.of(
                "nbf in the year 2100, in more than 31 bits",
                draft.claim("nbf", 4_102_444_800L).claim("exp", 4_102_448_400L))));
  }

  /** Checks {@code iss}, code point by code point. */
  @Core
  @Assertion(
      id = "foreign-issuer-is-refused",
      strategy =
          "A token with another iss than the issuer's, a similar one, none, or one whose keys can"
              + " be fetched is refused with 401, and no such key is fetched")
  default void foreignIssuerIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    Issuer issuer = server.tokens().issuer();
    Trial.assertRefused(server, similarIssuers(issuer.identifier().toString(), draft));
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("another issuer", draft.wrongIssuer()),
            Hostile.of("no iss", draft.withoutClaim("iss")),
            Hostile.of("iss is empty", draft.issuer("")),
            Hostile.of("iss is a number", draft.claim("iss", 1))));
    try (KeyTrap trap = new KeyTrap(issuer.minter().foreignJwks())) {
      TokenDraft own = draft.foreignJku(trap.jwkSet()).withoutHeader("jku");
      String name = trap.uri().toString();
      Trial.assertRefused(
          server,
          List.of(
              Hostile.of("an issuer with metadata and keys of its own", own.issuer(name)),
              Hostile.of(
                  "such an issuer, as well as the right one",
                  own.claim("iss", both(name, issuer)))));
      assertThat(trap.visits()).as("requests to an issuer that a token names").isEmpty();
    }
  }

  private static List<String> both(String name, Issuer issuer) {
    return List.of(name, issuer.identifier().toString());
  }

  private static List<Hostile> similarIssuers(String issuer, TokenDraft draft) {
    int colon = issuer.indexOf(':');
    String scheme = issuer.substring(0, colon);
    return Stream.of(
            issuer + "/",
            issuer + "/tenant",
            issuer + ".evil.example",
            issuer.substring(0, issuer.length() - 1),
            "https://evil.example/" + issuer,
            scheme.toUpperCase(java.util.Locale.ROOT) + issuer.substring(colon),
            (scheme.equals("http") ? "https" : "http") + issuer.substring(colon))
        .map(similar -> Hostile.of("iss is " + similar, draft.issuer(similar)))
        .toList();
  }

  /** Checks {@code typ}, the only mark by which an access token is told from other JWTs. */
  @Core
  @Assertion(
      id = "other-kinds-of-jwt-are-refused",
      strategy =
          "A JWT of the issuer for this server that is no access token by its typ is refused with"
              + " 401: ID tokens, logout tokens, grants, proofs and others")
  default void otherKindsOfJwtAreRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    List<Hostile> others = new ArrayList<>();
    others.add(Hostile.of("an ID token", draft.idToken()));
    others.add(Hostile.of("a logout token", draft.logoutToken()));
    others.add(Hostile.of("an identity assertion grant", draft.identityAssertionGrant()));
    others.add(Hostile.of("a DPoP proof", draft.dpopProof()));
    others.add(Hostile.of("no typ", draft.noType()));
    Stream.of(
            "JWT",
            "application/jwt",
            "token-introspection+jwt",
            "secevent+jwt",
            "oauth-authz-req+jwt",
            "not-at+jwt",
            "at+jwt-not",
            "text/at+jwt",
            "")
        .map(type -> Hostile.of("typ is \"" + type + "\"", draft.type(type)))
        .forEach(others::add);
    Trial.assertRefused(server, others);
  }
}
