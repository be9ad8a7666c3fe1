// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/**
 * What a JWT access token says (RFC 9068). No claim about a person is shown.
 *
 * @param metadata of the issuer
 * @param keyIds the keys that the issuer publishes, if they could be read
 * @param now the time
 */
record ClaimFindings(Metadata metadata, Optional<Set<String>> keyIds, Instant now) {

  private static final Duration LONG_LIFE = Duration.ofHours(24);

  List<Finding> of(CompactJwt jwt) {
    return List.of(type(jwt), signature(jwt), issuer(jwt), expiry(jwt), scope(jwt), clientId(jwt));
  }

  private static Finding type(CompactJwt jwt) {
    String type = jwt.header().text("typ").orElse("absent");
    String name = type.toLowerCase(Locale.ROOT);
    return name.equals("at+jwt") || name.equals("application/at+jwt")
        ? Finding.ok(Check.TOKEN_TYPE, "typ is " + type)
        : Finding.warning(
            Check.TOKEN_TYPE,
            "typ is " + type + ", not at+jwt",
            "Issue tokens of RFC 9068 if the server can; else resource servers must not insist on"
                + " the type and cannot tell access tokens from ID tokens by it.");
  }

  private Finding signature(CompactJwt jwt) {
    String algorithm = jwt.header().text("alg").orElse("absent");
    if (!algorithm.matches("(RS|PS|ES)(256|384|512)|ES256K|EdDSA|Ed25519|Ed448")) {
      return Finding.error(
          Check.TOKEN_SIGNATURE,
          "alg is " + algorithm,
          "Sign access tokens with a private key, such as RS256 or ES256.");
    }
    Optional<String> keyId = jwt.header().text("kid");
    boolean unknown =
        keyIds.isPresent() && keyId.filter(id -> !keyIds.get().contains(id)).isPresent();
    return unknown
        ? Finding.error(
            Check.TOKEN_SIGNATURE,
            "alg is " + algorithm + ", and kid is not in the JWK Set",
            "Publish the key that access tokens are signed with.")
        : Finding.ok(
            Check.TOKEN_SIGNATURE, "alg is " + algorithm + (keyId.isEmpty() ? ", no kid" : ""));
  }

  private Finding issuer(CompactJwt jwt) {
    String issuer = jwt.claims().text("iss").orElse("absent");
    return issuer.equals(metadata.issuer().text())
        ? Finding.ok(Check.TOKEN_ISSUER, "iss is " + issuer)
        : Finding.error(
            Check.TOKEN_ISSUER,
            "iss is " + issuer + ", not " + metadata.issuer().text(),
            "Resource servers refuse tokens whose iss is not the issuer that they were told.");
  }

  private Finding expiry(CompactJwt jwt) {
    OptionalLong exp = jwt.claims().number("exp");
    if (exp.isEmpty()) {
      return Finding.error(Check.TOKEN_EXPIRY, "no exp", "Issue tokens that end: exp is required.");
    }
    // Not through Instant: the number may be beyond what that can hold.
    long seconds = Math.max(0, exp.getAsLong()) - now.getEpochSecond();
    if (seconds <= 0) {
      return Finding.error(
          Check.TOKEN_EXPIRY,
          "the new token has ended already",
          "Check the clocks of the authorization server and of this machine.");
    }
    return seconds > LONG_LIFE.toSeconds()
        ? Finding.warning(
            Check.TOKEN_EXPIRY,
            "the token lives for " + seconds + " s",
            "Let access tokens live for minutes, an hour at most: they cannot be taken back.")
        : Finding.ok(Check.TOKEN_EXPIRY, "the token lives for " + seconds + " s");
  }

  private static Finding scope(CompactJwt jwt) {
    if (jwt.claims().text("scope").isPresent()) {
      return Finding.ok(Check.TOKEN_SCOPE, "scope, a string with spaces");
    }
    String shape = otherScope(jwt);
    return shape.isEmpty()
        ? Finding.info(Check.TOKEN_SCOPE, "no scope claim in this token")
        : Finding.warning(
            Check.TOKEN_SCOPE,
            shape,
            "RFC 9068 has scope as a string with spaces; make sure that the MCP server reads this"
                + " form too.");
  }

  private static String otherScope(CompactJwt jwt) {
    for (String name : List.of("scope", "scp", "roles")) {
      if (jwt.claims().texts(name).isPresent()) {
        return name + ", an array";
      }
      if (jwt.claims().text(name).isPresent()) {
        return name + ", a string";
      }
    }
    return "";
  }

  private static Finding clientId(CompactJwt jwt) {
    if (jwt.claims().text("client_id").isPresent()) {
      return Finding.ok(Check.TOKEN_CLIENT_ID, "client_id is there");
    }
    String other =
        List.of("azp", "appid", "cid").stream()
            .filter(name -> jwt.claims().text(name).isPresent())
            .findFirst()
            .map(name -> name + " instead")
            .orElse("nothing instead");
    return Finding.warning(
        Check.TOKEN_CLIENT_ID,
        "no client_id, " + other,
        "RFC 9068 requires client_id; servers that log or restrict clients need it.");
  }
}
