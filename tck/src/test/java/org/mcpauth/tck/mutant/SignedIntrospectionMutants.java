// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mcpauth.tck.reference.IntrospectionRules;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.SignedIntrospectionRules;
import org.mcpauth.tck.reference.TokenRules;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers that believe whoever answers in place of the issuer. */
final class SignedIntrospectionMutants {

  private static final String ACCEPTED = "signed-introspection-is-accepted";
  private static final String UNSIGNED = "unsigned-introspection-is-no-answer";
  private static final String FORGED = "forged-introspection-is-no-answer";

  private SignedIntrospectionMutants() {}

  static List<Mutant> all() {
    return List.of(
        of(ACCEPTED, "does not ask for a signed answer", rules -> new Unasking(rules)),
        of(UNSIGNED, "takes JSON just as well", rules -> new Lenient(rules)),
        of(UNSIGNED, "takes a JWT without a signature", rules -> new Unverifying(rules)),
        of(
            FORGED,
            "does not look at the type",
            rules ->
                new SignedIntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public boolean isTyped(JWSObject jws) {
                    return true;
                  }
                }),
        of(
            FORGED,
            "does not look at the signature",
            rules ->
                new SignedIntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public boolean isSigned(JWSObject jws) {
                    return true;
                  }
                }),
        of(
            FORGED,
            "does not look at the issuer of the answer",
            rules ->
                new SignedIntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public boolean isFromIssuer(Map<String, Object> claims) {
                    return true;
                  }
                }),
        of(
            FORGED,
            "takes answers to others",
            rules ->
                new SignedIntrospectionRules(rules.endpoint, rules.issuer) {
                  @Override
                  public boolean isForClient(Map<String, Object> claims) {
                    return true;
                  }
                }));
  }

  private static Mutant of(String assertion, String fault, Function<Rules, TokenRules> tokens) {
    return Mutant.of(
        assertion,
        fault,
        rules -> {
          Rules asking = rules.at(Feature.SIGNED_INTROSPECTION);
          asking.tokens = tokens.apply(asking);
        });
  }

  private static final class Unasking extends SignedIntrospectionRules {

    Unasking(Rules rules) {
      super(rules.endpoint, rules.issuer);
    }

    @Override
    public HttpRequest.Builder request(String token) {
      return super.request(token).setHeader("Accept", "application/json");
    }
  }

  private static final class Lenient extends SignedIntrospectionRules {

    private final IntrospectionRules plain;

    Lenient(Rules rules) {
      super(rules.endpoint, rules.issuer);
      this.plain = new IntrospectionRules(rules.endpoint, rules.issuer);
    }

    @Override
    public Map<String, Object> unsigned(HttpResponse<String> response) {
      return plain.read(response);
    }
  }

  private static final class Unverifying extends SignedIntrospectionRules {

    Unverifying(Rules rules) {
      super(rules.endpoint, rules.issuer);
    }

    @Override
    public Map<String, Object> unsigned(HttpResponse<String> response) {
      String[] parts = response.body().split("\\.", -1);
      Map<String, Object> claims = parts.length == 3 ? Keys.json(parts[1]) : Map.of();
      try {
        Map<String, Object> answer = JSONObjectUtils.getJSONObject(claims, "token_introspection");
        return answer == null ? super.unsigned(response) : answer;
      } catch (ParseException e) {
        return super.unsigned(response);
      }
    }
  }
}
