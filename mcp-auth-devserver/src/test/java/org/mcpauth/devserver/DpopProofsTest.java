// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies with the OAuth SDK's own verifier, set as a protected resource would set it. */
class DpopProofsTest {

  private static final DpopProofs KEY = DpopProofs.withNewKey(KeyAlgorithm.ES256);
  private static final String TOKEN = "an-access-token";
  private static final @Nullable Set<Nonce> NO_NONCES = null;

  private final DpopProof draft = KEY.proof("POST", RESOURCE).accessToken(TOKEN);

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ES256", "RS256"})
  void mintWhenNothingSaidThenVerifies(KeyAlgorithm algorithm) throws Exception {
    DpopProofs key = DpopProofs.withNewKey(algorithm);
    String proof = key.proof("POST", RESOURCE + "?a=b#c").accessToken(TOKEN).mint();

    assertThat(verifies(proof, key.thumbprint())).isTrue();
    assertThat(verifies(proof, KEY.thumbprint())).isFalse();
    assertThat(header(proof)).containsOnlyKeys("typ", "alg", "jwk");
    assertThat(SignedJWT.parse(proof).getJWTClaimsSet().getClaims())
        .containsOnlyKeys("htm", "htu", "ath", "jti", "iat")
        .containsEntry("htu", RESOURCE);
  }

  @Test
  void mintWhenEd25519ThenKeyInHeaderVerifies() throws Exception {
    DpopProofs key = DpopProofs.withNewKey(KeyAlgorithm.EdDSA);
    String proof = key.proof("GET", RESOURCE).mint();
    SignedJWT jwt = SignedJWT.parse(proof);
    JWK shown = jwt.getHeader().getJWK();
    byte[] info =
        HexFormat.of()
            .parseHex(
                "302a300506032b6570032100"
                    + HexFormat.of().formatHex(shown.toOctetKeyPair().getX().decode()));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
    verifier.update(proof.substring(0, proof.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));

    assertThat(verifier.verify(jwt.getSignature().decode())).isTrue();
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("EdDSA");
    assertThat(key.thumbprint()).isEqualTo(shown.computeThumbprint().toString());
  }

  static Stream<Arguments> hostile() {
    DpopProof draft = KEY.proof("POST", RESOURCE).accessToken(TOKEN);
    return Stream.concat(
        Stream.of("htm", "htu", "ath", "jti", "iat")
            .map(claim -> Arguments.of("no " + claim, draft.withoutClaim(claim))),
        Stream.of(
            Arguments.of("no jwk", draft.withoutHeader("jwk")),
            Arguments.of("no typ", draft.withoutHeader("typ")),
            Arguments.of("no alg", draft.withoutHeader("alg")),
            Arguments.of("typ", draft.type("JWT")),
            Arguments.of("method", draft.claim("htm", "GET")),
            Arguments.of("uri", draft.claim("htu", "https://other.example/mcp")),
            Arguments.of("token", draft.accessToken("another-token")),
            Arguments.of("old", draft.issuedAfter(Duration.ofHours(-1))),
            Arguments.of("of the future", draft.issuedAfter(Duration.ofHours(1))),
            Arguments.of("alg none", draft.algNone()),
            Arguments.of("hs256", draft.hs256()),
            Arguments.of("private key", draft.privateKeyShown()),
            Arguments.of("foreign key", draft.foreignKey()),
            Arguments.of("tampered", draft.tamperedSignature())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void mintWhenHostileThenDoesNotVerify(String name, DpopProof hostile) {
    assertThat(verifies(hostile.mint(), KEY.thumbprint())).isFalse();
  }

  @Test
  void mintWhenSignatureIsHostileThenHeaderSaysWhatItPretends() throws Exception {
    assertThat(draft.algNone().mint()).endsWith(".");
    assertThat(header(draft.algNone().mint())).containsEntry("alg", "none").containsKey("jwk");
    assertThat(header(draft.foreignKey().mint())).isEqualTo(header(draft.mint()));
    assertThat(jwk(draft.privateKeyShown().mint())).containsKey("d");
    assertThat(jwk(draft.mint())).containsOnlyKeys("kty", "crv", "x", "y");
    String confused = draft.hs256().mint();
    byte[] secret =
        SignedJWT.parse(draft.mint()).getHeader().getJWK().toECKey().toPublicKey().getEncoded();
    int dot = confused.lastIndexOf('.');
    assertThat(
            new MACVerifier(secret)
                .verify(
                    new JWSHeader(JWSAlgorithm.HS256),
                    confused.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
                    new Base64URL(confused.substring(dot + 1))))
        .isTrue();
  }

  @Test
  void mintWhenMembersAreSetThenTheyAreThere() throws Exception {
    MutableClock clock = new MutableClock();
    JWTClaimsSet claims =
        SignedJWT.parse(
                KEY.clock(clock)
                    .proof("GET", RESOURCE)
                    .id("1")
                    .nonce("n")
                    .claim("extra", true)
                    .issuedAfter(Duration.ofSeconds(-7))
                    .mint())
            .getJWTClaimsSet();

    assertThat(claims.toJSONObject())
        .isEqualTo(
            Map.of(
                "jti",
                "1",
                "nonce",
                "n",
                "extra",
                true,
                "htm",
                "GET",
                "htu",
                RESOURCE,
                "iat",
                clock.instant().getEpochSecond() - 7));
  }

  @Test
  void mintWhenSeveralOrLargeThenSo() {
    List<String> several = draft.mintSeveral(3);

    assertThat(several).hasSize(3).doesNotHaveDuplicates();
    assertThat(several).allSatisfy(proof -> assertThat(verifies(proof, KEY.thumbprint())).isTrue());
    assertThat(draft.oversized(20_000).mint()).hasSizeGreaterThan(20_000);
  }

  private static boolean verifies(String proof, String thumbprint) {
    try {
      new DPoPProtectedResourceRequestVerifier(
              new LinkedHashSet<>(Arrays.asList(JWSAlgorithm.ES256, JWSAlgorithm.RS256)),
              60,
              60,
              null)
          .verify(
              "POST",
              URI.create(RESOURCE),
              new DPoPIssuer("client"),
              SignedJWT.parse(proof),
              new DPoPAccessToken(TOKEN),
              new JWKThumbprintConfirmation(new Base64URL(thumbprint)),
              NO_NONCES,
              null);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private static Map<String, Object> header(String proof) throws Exception {
    String encoded = proof.split("\\.", -1)[0];
    return JSONObjectUtils.parse(new Base64URL(encoded).decodeToString());
  }

  private static Map<String, Object> jwk(String proof) throws Exception {
    return JSONObjectUtils.getJSONObject(header(proof), "jwk");
  }
}
