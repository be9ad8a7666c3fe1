// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.IntrospectionRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.TokenRules;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.IssuedTokens;

/** What must be caught of servers that ask the issuer about tokens, and do not listen. */
final class IntrospectionMutants {

  private static final String ACCEPTED = "introspected-token-is-accepted";
  private static final String INACTIVE = "inactive-token-is-refused";
  private static final String VERIFIED = "introspected-token-is-verified";
  private static final String FAILURE = "introspection-failure-is-503";

  private static final Caller ANYBODY = new Caller("", Set.copyOf(IssuedTokens.fullScopes()));

  private IntrospectionMutants() {}

  static List<Mutant> all() {
    return List.of(
        of(ACCEPTED, "takes JWTs only", rules -> new TokenRules(rules.endpoint, rules.issuer)),
        of(INACTIVE, "does not look at active", IntrospectionMutants::takingInactive),
        of(
            INACTIVE,
            "asks only about what is no JWT",
            rules -> readingJwts(rules, new TokenRules(rules.endpoint, rules.issuer))),
        of(
            VERIFIED,
            "does not look at the audience",
            rules ->
                new IntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public boolean isForUs(Map<String, Object> claims, Request request) {
                    return true;
                  }
                }),
        of(
            VERIFIED,
            "does not look at the times",
            rules ->
                new IntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public boolean isTimely(Map<String, Object> claims) {
                    return true;
                  }
                }),
        of(
            FAILURE,
            "takes no answer for a refusal",
            rules ->
                new IntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public Map<String, Object> answer(String token) {
                    try {
                      return super.answer(token);
                    } catch (NoAnswerException e) {
                      return Map.of("active", false);
                    }
                  }
                }),
        of(
            FAILURE,
            "takes no answer for a permission",
            rules ->
                new IntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public Caller verify(String token, Request request) throws InvalidTokenException {
                    try {
                      return super.verify(token, request);
                    } catch (NoAnswerException e) {
                      return ANYBODY;
                    }
                  }
                }));
  }

  private static Mutant of(String assertion, String fault, Function<Rules, TokenRules> tokens) {
    return Mutant.of(
        assertion,
        fault,
        rules -> {
          Rules asking = rules.at(Feature.INTROSPECTION);
          asking.tokens = tokens.apply(asking);
        });
  }

  private static TokenRules takingInactive(Rules rules) {
    return new IntrospectionRules(rules.endpoint, rules.issuer) {
      @Override
      public Caller inactive(String token, Request request) {
        return ANYBODY;
      }
    };
  }

  private static TokenRules readingJwts(Rules rules, TokenRules jwts) {
    return new IntrospectionRules(rules.endpoint, rules.issuer) {
      @Override
      public Caller verify(String token, Request request) throws InvalidTokenException {
        return token.startsWith("ey") ? jwts.verify(token, request) : super.verify(token, request);
      }
    };
  }
}
