// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.reference.TokenRules;

/** What the key assertions must catch: who asks the token for keys, or the issuer only once. */
final class KeyMutants {

  private KeyMutants() {}

  static List<Mutant> all() {
    Predicate<JWSHeader> none = header -> header.getKeyID() == null;
    return Stream.concat(
            Stream.of(
                embedded("uses jwk if it does not know the key", KeyMutants::jwk, h -> true, false),
                embedded("uses jwk if there is no kid", KeyMutants::jwk, none, false),
                embedded("prefers jwk", KeyMutants::jwk, header -> true, true),
                embedded("uses jku if it does not know the key", KeyMutants::jku, h -> true, false),
                embedded("uses jku if there is no kid", KeyMutants::jku, none, false),
                embedded("prefers jku", KeyMutants::jku, header -> true, true),
                embedded("fetches x5u, and cannot use it", KeyMutants::x5u, header -> true, false),
                embedded("fetches a kid that is a URL", KeyMutants::kid, header -> true, false)),
            Stream.of(
                goodOnly("fetches jku of a good token", KeyMutants::jku),
                goodOnly("fetches x5u of a good token", KeyMutants::x5u),
                TokenMutants.of("rotated-key-is-followed", "fetches keys once", FetchesOnce::new),
                TokenMutants.of(
                    "rotated-key-is-followed", "knows the newest key only", NewestOnly::new)))
        .toList();
  }

  private static List<JWK> jwk(JWSHeader header) {
    return Optional.ofNullable(header.getJWK()).stream().toList();
  }

  private static List<JWK> jku(JWSHeader header) {
    return header.getJWKURL() == null ? List.of() : Keys.at(header.getJWKURL());
  }

  private static List<JWK> x5u(JWSHeader header) {
    if (header.getX509CertURL() != null) {
      Keys.at(header.getX509CertURL());
    }
    return List.of();
  }

  private static List<JWK> kid(JWSHeader header) {
    String id = String.valueOf(header.getKeyID());
    return id.startsWith("http://") ? Keys.at(URI.create(id)) : List.of();
  }

  /** Looks for keys in a header, instead of or after those that it knows. */
  private static Mutant embedded(
      String fault,
      Function<JWSHeader, List<JWK>> keys,
      Predicate<JWSHeader> condition,
      boolean first) {
    return TokenMutants.of(
        "embedded-key-is-ignored",
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isSigned(JWSObject jws) throws InvalidTokenException {
                return super.isSigned(jws)
                    || (condition.test(jws.getHeader())
                        && (first || key(jws.getHeader()) == null)
                        && Keys.isSignedByOneOf(keys.apply(jws.getHeader()), jws));
              }
            });
  }

  private static Mutant goodOnly(String fault, Consumer<JWSHeader> fetch) {
    return TokenMutants.of(
        "embedded-key-is-ignored",
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isSigned(JWSObject jws) throws InvalidTokenException {
                boolean signed = super.isSigned(jws);
                if (signed) {
                  fetch.accept(jws.getHeader());
                }
                return signed;
              }
            });
  }

  private static final class FetchesOnce extends TokenRules {
    private boolean fetched;

    FetchesOnce(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public synchronized @Nullable JWK fetched(String id) {
      if (fetched) {
        return null;
      }
      fetched = true;
      return super.fetched(id);
    }
  }

  /** Forgets a key as soon as there is another, although it is published still. */
  private static final class NewestOnly extends TokenRules {
    NewestOnly(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public @Nullable JWK key(JWSHeader header) {
      return header.getKeyID() == null
          ? null
          : new JWKSet(Keys.at(jwks()).get(0)).getKeyByKeyId(header.getKeyID());
    }
  }
}
