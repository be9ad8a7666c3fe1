// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JWSObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.TokenRules;

/** Who believes the token of another issuer. */
final class IssuerMutants {

  private IssuerMutants() {}

  static List<Mutant> all() {
    return Stream.of(issuers(), untrusted()).flatMap(List::stream).toList();
  }

  private static List<Mutant> issuers() {
    return List.of(
        issuer("https://other-issuer.example"::equals, "trusts another issuer"),
        issuer((own, iss) -> iss.equals(own + "/"), "strips a slash off iss"),
        issuer((own, iss) -> iss.startsWith(own + "/t"), "trusts the issuer's tenants"),
        issuer((own, iss) -> iss.startsWith(own + "."), "compares the beginning of iss"),
        issuer((own, iss) -> !iss.isEmpty() && own.startsWith(iss), "compares as much as iss has"),
        issuer((own, iss) -> iss.endsWith("/" + own), "compares the end of iss"),
        issuer((own, iss) -> iss.equalsIgnoreCase(own), "ignores the case of iss"),
        issuer((own, iss) -> own.replace("http", "https").equals(iss), "ignores the scheme"),
        issuer((own, iss) -> iss.isEmpty(), "takes an empty iss for none"),
        issuerClaim(iss -> iss == null, "takes a token without iss"),
        issuerClaim(Number.class::isInstance, "ignores an iss that is a number"));
  }

  private static Mutant issuer(Predicate<String> trusted, String fault) {
    return issuer((own, iss) -> trusted.test(iss), fault);
  }

  private static Mutant issuer(BiPredicate<String, String> trusted, String fault) {
    return TokenMutants.of(
        "foreign-issuer-is-refused",
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isFromIssuer(Map<String, Object> claims) {
                return super.isFromIssuer(claims)
                    || (claims.get("iss") instanceof String iss
                        && trusted.test(issuer.toString(), iss));
              }
            });
  }

  private static Mutant issuerClaim(Predicate<@Nullable Object> trusted, String fault) {
    return TokenMutants.of(
        "foreign-issuer-is-refused",
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isFromIssuer(Map<String, Object> claims) {
                return super.isFromIssuer(claims) || trusted.test(claims.get("iss"));
              }
            });
  }

  /** Who lets the token say where its issuer and the keys are. */
  private static List<Mutant> untrusted() {
    return List.of(
        TokenMutants.of("foreign-issuer-is-refused", "trusts every issuer", AnyIssuer::new),
        TokenMutants.of(
            "foreign-issuer-is-refused",
            "asks every issuer for keys, though it trusts one",
            (endpoint, issuer) ->
                new AnyIssuer(endpoint, issuer) {
                  @Override
                  public boolean isFromIssuer(Map<String, Object> claims) {
                    return issuer.toString().equals(claims.get("iss"));
                  }
                }),
        TokenMutants.of(
            "foreign-issuer-is-refused", "trusts the first issuer of several", FirstIssuer::new));
  }

  /** Fetches keys from where {@code iss} says. */
  private static class AnyIssuer extends TokenRules {
    AnyIssuer(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    Optional<String> asked(@Nullable Object iss) {
      return Optional.ofNullable(iss).filter(String.class::isInstance).map(String.class::cast);
    }

    @Override
    public boolean isSigned(JWSObject jws) throws InvalidTokenException {
      Map<String, Object> claims =
          Optional.ofNullable(jws.getPayload().toJSONObject()).orElse(Map.of());
      Optional<URI> jwks =
          asked(claims.get("iss")).filter(this::isOther).map(iss -> URI.create(iss + "/jwks"));
      return super.isSigned(jws)
          || (jwks.isPresent() && Keys.isSignedByOneOf(Keys.at(jwks.get()), jws));
    }

    @Override
    public boolean isFromIssuer(Map<String, Object> claims) {
      return super.isFromIssuer(claims)
          || asked(claims.get("iss")).filter(this::isOther).isPresent();
    }

    private boolean isOther(String name) {
      return name.matches("http://127.0.0.1:\\d{4,}") && !issuer.toString().startsWith(name);
    }
  }

  /** The same for arrays. */
  private static final class FirstIssuer extends AnyIssuer {
    FirstIssuer(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    Optional<String> asked(@Nullable Object iss) {
      return iss instanceof List<?> list ? super.asked(list.get(0)) : Optional.empty();
    }
  }
}
