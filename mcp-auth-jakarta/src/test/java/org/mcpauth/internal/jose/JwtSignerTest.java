// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.internal.settings.Secret;

/** What is signed here has to be believed by another library. */
class JwtSignerTest {

  private static final Map<String, Object> CLAIMS =
      Map.of(
          "iss", "client-1", "aud", List.of("a"), "exp", 1_800_000_000L, "deep", Map.of("x", true));

  @Test
  void signWhenRsaThenRs256() throws Exception {
    assertSigned(
        TestKeys.pem(TestKeys.RSA.toPrivateKey()), "RS256", new RSASSAVerifier(TestKeys.RSA));
  }

  @Test
  void signWhenEllipticThenAlgorithmOfTheCurve() throws Exception {
    assertSigned(
        TestKeys.pem(TestKeys.P256.toPrivateKey()), "ES256", new ECDSAVerifier(TestKeys.P256));
    assertSigned(
        TestKeys.pem(TestKeys.P384.toPrivateKey()), "ES384", new ECDSAVerifier(TestKeys.P384));
    assertSigned(TestKeys.P521.toJSONString(), "ES512", new ECDSAVerifier(TestKeys.P521));
  }

  @Test
  void signWhenEdwardsThenEdDsa() throws Exception {
    for (KeyPair pair : List.of(TestKeys.ED25519, TestKeys.ED448)) {
      String jwt = signer(TestKeys.pem(pair.getPrivate())).sign(CLAIMS, "JWT");

      assertThat(SignedJWT.parse(jwt).getHeader().getAlgorithm()).hasToString("EdDSA");
      assertThat(isSigned(jwt, pair.getPublic())).isTrue();
    }
  }

  @Test
  void signWhenJwkNamesAlgorithmAndIdThenThose() throws Exception {
    RSAKey key = new RSAKey.Builder(TestKeys.RSA).algorithm(JWSAlgorithm.PS256).keyID("k1").build();
    JwtSigner signer = signer(key.toJSONString());

    SignedJWT jwt = SignedJWT.parse(signer.sign(CLAIMS, "client-authentication+jwt"));
    assertThat(jwt.getHeader().toJSONObject())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("alg", "PS256", "kid", "k1", "typ", "client-authentication+jwt"));
    assertThat(jwt.verify(new RSASSAVerifier(TestKeys.RSA))).isTrue();
    assertThat(signer.algorithm()).isEqualTo("PS256");
    assertThat(signer.kid()).contains("k1");
    assertThat(signer).hasToString("JwtSigner[PS256]");
  }

  @Test
  void signJsonWhenGivenThenPayloadIsThatText() throws Exception {
    String jwt = signer(TestKeys.P256.toJSONString()).signJson("{\"resource\":\"é\"}", "JWT");

    assertThat(SignedJWT.parse(jwt).getPayload()).hasToString("{\"resource\":\"é\"}");
  }

  @Test
  void ofWhenItSignsNothingThenRefusedWithoutQuote() throws Exception {
    assertRefused("secret", "is neither PEM nor JSON");
    assertRefused(TestKeys.pem(TestKeys.P256.toPublicKey()), "is PEM, but not a PRIVATE KEY");
    assertRefused(
        TestKeys.P256.toPublicJWK().toJSONString(), "is not a private key, or a malformed one");
    assertRefused(
        "{\"kty\":\"oct\",\"k\":\"" + "A".repeat(43) + "\"}",
        "is not a private key, or a malformed one");
    assertRefused(
        TestKeys.pem(TestKeys.SHORT_RSA.toPrivateKey()),
        "does not fit its algorithm, or is too short");
    assertRefused(
        new JWKSet(List.of(TestKeys.P256, TestKeys.RSA)).toString(false),
        "has several keys, where one is needed");
    assertRefused(
        TestKeys.pem(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate()),
        "has an algorithm that makes no signatures");
    assertRefused("{\"keys\":[]}", "has no key");
  }

  @ParameterizedTest
  @CsvSource({"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
  void ofWhenOtherPemThenSaysHowToConvertIt(String label) {
    assertRefused(
        TestKeys.pem(label, new byte[] {1, 2}),
        "is PEM, but not PKCS#8 without a password: convert it with 'openssl pkcs8 -topk8 -nocrypt'");
  }

  @Test
  void ofWhenAlgorithmDoesNotFitThenRefused() {
    String key = TestKeys.P256.toJSONString();
    assertRefused(
        key.replace("{", "{\"alg\":\"ES384\","), "does not fit its algorithm, or is too short");
    assertRefused(
        key.replace("{", "{\"alg\":\"ECDH-ES\","), "has an algorithm that makes no signatures");
    assertRefused(
        key.replace("{", "{\"alg\":\"HS256\","), "does not fit its algorithm, or is too short");
  }

  private static void assertSigned(String key, String algorithm, JWSVerifier verifier)
      throws Exception {
    SignedJWT jwt = SignedJWT.parse(signer(key).sign(CLAIMS, "JWT"));

    assertThat(jwt.getHeader().getAlgorithm()).hasToString(algorithm);
    assertThat(jwt.verify(verifier)).isTrue();
    assertThat(jwt.getPayload().toJSONObject()).isEqualTo(CLAIMS);
  }

  private static boolean isSigned(String jwt, PublicKey key) throws Exception {
    int end = jwt.lastIndexOf('.');
    Signature signature = Signature.getInstance(key.getAlgorithm());
    signature.initVerify(key);
    signature.update(jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(end + 1)));
  }

  private static JwtSigner signer(String key) {
    return JwtSigner.of(new Secret(key));
  }

  private static void assertRefused(String key, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer(key))
        .withMessage(reason)
        .withNoCause();
  }
}
