// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.InvalidTokenException;

/** Proofs with a key of their own (RFC 9449 §4.2), and the door for tokens, which ignores it. */
class EmbeddedKeyJwtTest {

  static Stream<SigningKey> keys() {
    return Stream.of(
        SigningKey.RSA, SigningKey.P256, SigningKey.P384, SigningKey.P521, SigningKey.ED25519);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void parseWhenSignedByItsKeyThenThumbprintAndClaims(SigningKey key) throws Exception {
    EmbeddedKeyJwt jwt = Jose.parseWithEmbeddedKey(proof(key).sign());

    assertThat(jwt.isSignedByItsKey()).isTrue();
    assertThat(jwt.header().type()).contains("dpop+jwt");
    assertThat(jwt.header().algorithm()).isEqualTo(key.algorithm());
    assertThat(jwt.claims()).containsEntry("htm", "POST");
    assertThat(jwt.thumbprint())
        .isEqualTo(JWK.parse(key.publicJwk()).computeThumbprint("SHA-256").toString());
    assertThat(jwt).hasToString("EmbeddedKeyJwt[" + key.algorithm() + "]");
  }

  @Test
  void isSignedByItsKeyWhenSignedByAnotherThenFalse() {
    String proof = proof(SigningKey.RSA).forgedWith(SigningKey.OTHER_RSA).sign();

    assertThat(Jose.parseWithEmbeddedKey(proof).isSignedByItsKey()).isFalse();
  }

  @Test
  void isSignedByItsKeyWhenClaimsAreChangedThenFalse() {
    String[] parts = proof(SigningKey.P256).sign().split("\\.", -1);
    String other = proof(SigningKey.P256).claim("htm", "GET").sign().split("\\.", -1)[1];

    assertThat(
            Jose.parseWithEmbeddedKey(parts[0] + "." + other + "." + parts[2]).isSignedByItsKey())
        .isFalse();
  }

  static Stream<TokenBuilder> unacceptable() {
    SigningKey p256 = SigningKey.P256;
    return Stream.of(
        proof(p256).withoutHeader("jwk"),
        proof(p256).header("jwk", "text"),
        proof(p256).header("jwk", p256.withMember("d", "AQAB").publicJwk()),
        proof(SigningKey.OCT),
        proof(SigningKey.OCT).header("alg", "HS256").header("jwk", p256.publicJwk()),
        proof(p256).header("alg", "none"),
        proof(p256).header("jwk", SigningKey.RSA.publicJwk()),
        proof(p256).header("jwk", SigningKey.P384.publicJwk()),
        proof(p256).header("jwk", Map.of("kty", "EC", "crv", "P-256", "x", "AQ", "y", "AQ")),
        proof(SigningKey.WEAK_RSA),
        proof(p256).header("crit", List.of("exp")),
        proof(p256).header("jwk", p256.withMember("use", "enc").publicJwk()));
  }

  @ParameterizedTest
  @MethodSource("unacceptable")
  void parseWhenKeyOrHeaderIsUnacceptableThenRefused(TokenBuilder proof) {
    String text = proof.unsigned() + ".AAAA";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jose.parseWithEmbeddedKey(text))
        .withMessage("not a JWT with an embedded public key that fits it")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b.c", "e30.e30.", "a.b.c.d.e"})
  void parseWhenNoJwtThenRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jose.parseWithEmbeddedKey(text))
        .withMessage("not a JWT with an embedded public key that fits it");
  }

  /** Whoever makes a token up could embed any key. */
  @Test
  void parseTokenWhenItEmbedsAKeyThenThatKeyIsIgnored() {
    Jose.UnverifiedJwt token = Jose.parse(proof(SigningKey.P256).sign());

    assertThat(token.header())
        .isEqualTo(new JoseHeader("ES256", Optional.of("dpop+jwt"), Optional.of("p256"), false));
    assertThat(token).hasToString("UnverifiedJwt[ES256]");
  }

  @Test
  void parseTokenWhenNoJwtThenInvalidToken() {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> Jose.parse("a.b.c"))
        .withMessage("The access token is not a JWT");
  }

  private static TokenBuilder proof(SigningKey key) {
    return new TokenBuilder(key)
        .header("typ", "dpop+jwt")
        .header("jwk", key.publicJwk())
        .claim("htm", "POST");
  }
}
