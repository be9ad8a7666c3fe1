// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.TokenRules;

/** What the token assertions must catch: who believes a token that was signed, but should not. */
final class TokenMutants {

  private TokenMutants() {}

  static List<Mutant> all() {
    return Stream.of(
            expiry(),
            noExpiry(),
            notBefore(),
            IssuerMutants.all(),
            kinds(),
            SignatureMutants.all(),
            TamperMutants.all(),
            KeyMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A server with other token rules. */
  static Mutant of(String assertion, String fault, BiFunction<URI, URI, TokenRules> make) {
    return Mutant.of(
        assertion, fault, rules -> rules.tokens = make.apply(rules.endpoint, rules.issuer));
  }

  private static List<Mutant> expiry() {
    return List.of(
        takes("expired-token-is-refused", "ignores exp", Number.class::isInstance),
        takes(
            "expired-token-is-refused",
            "allows two hours of skew",
            exp -> exp instanceof Number time && time.longValue() > now() - 7200),
        takes("expired-token-is-refused", "takes 0 for no limit", exp -> is(exp, 0)),
        takes("expired-token-is-refused", "takes -1 for no limit", exp -> is(exp, -1)),
        takes("expired-token-is-refused", "looks at whole seconds only", Double.class::isInstance),
        of(
            "expired-token-is-refused",
            "counts from iat",
            (endpoint, issuer) ->
                new TokenRules(endpoint, issuer) {
                  @Override
                  public boolean isTimely(Map<String, Object> claims) {
                    return super.isTimely(claims)
                        || (claims.get("exp") instanceof Number exp
                            && exp.longValue() > now() - 7200
                            && exp.longValue() < now()
                            && claims.get("iat") instanceof Number iat
                            && iat.longValue() > now() - 3000);
                  }
                }));
  }

  private static boolean is(@Nullable Object value, long number) {
    return value instanceof Number found && found.doubleValue() == number;
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }

  private static List<Mutant> noExpiry() {
    String id = "token-without-expiry-is-refused";
    return List.of(
        takes(id, "takes a token without exp", exp -> exp == null),
        takes(id, "ignores an exp that is text", String.class::isInstance),
        takes(id, "ignores an exp that is true", Boolean.class::isInstance),
        takes(id, "ignores an exp that is an array", List.class::isInstance));
  }

  private static Mutant takes(String assertion, String fault, Predicate<@Nullable Object> exps) {
    return of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isExpired(@Nullable Object exp) {
                return !exps.test(exp) && super.isExpired(exp);
              }
            });
  }

  private static List<Mutant> notBefore() {
    String id = "token-before-its-time-is-refused";
    return List.of(
        early(id, "ignores nbf", nbf -> true),
        early(id, "reads nbf into 32 bits", nbf -> nbf.intValue() < 0));
  }

  private static Mutant early(String assertion, String fault, Predicate<Number> taken) {
    return of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isTooEarly(@Nullable Object nbf) {
                return super.isTooEarly(nbf) && !(nbf instanceof Number time && taken.test(time));
              }
            });
  }

  private static List<Mutant> kinds() {
    Stream<Mutant> types =
        Stream.of(
                "JWT",
                "application/jwt",
                "logout+jwt",
                "oauth-id-jag+jwt",
                "dpop+jwt",
                "token-introspection+jwt",
                "secevent+jwt",
                "oauth-authz-req+jwt",
                "")
            .map(type -> kind("takes the typ \"" + type + "\"", type::equals));
    return Stream.concat(
            types,
            Stream.of(
                kind("ignores typ", type -> true),
                kind("takes a token without typ", type -> type.equals("none")),
                kind("compares the end of typ", type -> type.endsWith("at+jwt")),
                kind("compares the beginning of typ", type -> type.startsWith("at+jwt")),
                kind("ignores what is before the slash", type -> type.endsWith("/at+jwt"))))
        .toList();
  }

  private static Mutant kind(String fault, Predicate<String> types) {
    return of(
        "other-kinds-of-jwt-are-refused",
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isAccessToken(JWSHeader header) {
                String type =
                    Optional.ofNullable(header.getType())
                        .map(JOSEObjectType::getType)
                        .orElse("none");
                return super.isAccessToken(header) || types.test(type);
              }
            });
  }
}
