// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.internal.settings.Secret;

/** Keys that are configured as text, and what is refused instead of being misunderstood. */
class StaticKeysTest {

  @Test
  void readWhenPemThenKeyOfItsKind() throws JOSEException {
    assertKind(TestKeys.pem(TestKeys.RSA.toPublicKey()), "RSA", "any");
    assertKind(TestKeys.pem(TestKeys.P256.toPublicKey()), "EC", "ES256");
    assertKind(TestKeys.pem(TestKeys.P384.toPublicKey()), "EC", "ES384");
    assertKind(TestKeys.pem(TestKeys.P521.toPublicKey()), "EC", "ES512");
    assertKind(TestKeys.pem(TestKeys.ED25519.getPublic()), "OKP", "EdDSA");
    assertKind(TestKeys.pem(TestKeys.ED448.getPublic()), "OKP", "EdDSA");
    assertKind(TestKeys.CERTIFICATE, "EC", "ES256");
  }

  @Test
  void readWhenPemIsOnOneLineOrHasSeveralBlocksThenRead() throws JOSEException {
    String pem = TestKeys.pem(TestKeys.P256.toPublicKey());

    assertThat(StaticKeys.read(pem.replaceAll("\\s+(?!(PUBLIC|KEY))", " "))).hasSize(1);
    assertThat(StaticKeys.read("# the new one\n" + pem + TestKeys.CERTIFICATE)).hasSize(2);
  }

  @Test
  void readWhenJwkOrSetThenKeysWithTheirIds() {
    String jwk = TestKeys.RSA.toPublicJWK().toJSONString();
    String set = new JWKSet(List.of(TestKeys.RSA, TestKeys.P256)).toString(true);

    assertThat(StaticKeys.read("\n " + jwk))
        .extracting(VerificationKey::kid)
        .containsExactly(Optional.of("own-rsa"));
    assertThat(StaticKeys.read(set)).extracting(VerificationKey::keyType).contains("RSA", "EC");
  }

  @Test
  void readWhenPrivateThenRefused() throws JOSEException {
    assertRefused(
        TestKeys.pem(TestKeys.P256.toPrivateKey()), "is a private key where a public one belongs");
    assertRefused(
        TestKeys.pem("RSA PRIVATE KEY", new byte[] {1}),
        "is a private key where a public one belongs");
    assertRefused(
        TestKeys.RSA.toJSONString(), "is a private or symmetric key where a public one belongs");
    assertRefused(
        "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
        "is a private or symmetric key where a public one belongs");
    assertRefused(
        new JWKSet(List.of(TestKeys.P256.toPublicJWK(), TestKeys.RSA)).toString(false),
        "holds a private or symmetric key where public ones belong");
  }

  @Test
  void readWhenUnfitThenRefused() throws JOSEException {
    String shortKey = "is an RSA key shorter than 2048 bits";
    assertRefused(TestKeys.pem(TestKeys.SHORT_RSA.toPublicKey()), shortKey);
    assertRefused(TestKeys.SHORT_RSA.toPublicJWK().toJSONString(), shortKey);
    assertRefused("{\"keys\":[]}", "has no key that verifies signatures");
    assertRefused("{\"kty\":\"RSA\",\"n\":\"AQ\"}", "is malformed");
    assertRefused(
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\",\"use\":\"enc\"}",
        "is not for verifying signatures");
    assertRefused("{\"kty\":\"EC\",\"kty\":\"EC\"}", "has a member twice");
    assertRefused("{\"kty\":\"x\"}", "is of a kind that is not known here");
    assertRefused(
        TestKeys.pem("PUBLIC KEY", new byte[] {1, 2}),
        "is PEM, but its key is malformed or of an unknown kind");
    assertRefused(
        TestKeys.pem("CERTIFICATE", new byte[] {1, 2}), "is PEM, but its certificate is malformed");
    assertRefused(
        TestKeys.pem("X509 CRL", new byte[] {1, 2}),
        "is PEM, but neither a PUBLIC KEY nor a CERTIFICATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c2VjcmV0 | is neither PEM nor JSON",
        "-----BEGIN PUBLIC KEY----- c2VjcmV0 | is PEM, but has no complete block",
        "-----BEGIN PUBLIC KEY-----====-----END PUBLIC KEY----- | is PEM, but not in base64",
        "{\"kty\":\"RSA\" | is not a JSON object",
        "{\"keys\":5} | is not a JWK Set"
      })
  void readWhenNoKeyAtAllThenReasonDoesNotQuoteIt(String text, String reason) {
    assertRefused(text, reason);
  }

  /** RFC 7518 §3.2: a key is at least as long as the output of the hash. */
  @ParameterizedTest
  @CsvSource({"32,HS256", "47,HS256", "48,HS256 HS384", "63,HS256 HS384", "64,HS256 HS384 HS512"})
  void secretKeysWhenLongEnoughThenForThoseAlgorithms(int length, String algorithms) {
    List<VerificationKey> keys = SecretKeys.of(new Secret("s".repeat(length)));

    assertThat(keys)
        .extracting(key -> key.algorithm().orElseThrow())
        .containsExactly(algorithms.split(" "));
    assertThat(keys).extracting(VerificationKey::keyType).containsOnly("oct");
    assertThat(keys.toString()).doesNotContain("sss").contains("VerificationKey[oct HS256]");
  }

  @Test
  void secretKeysWhenTooShortThenRefusedWithoutQuote() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecretKeys.of(new Secret("s".repeat(31))))
        .withMessage("is shorter than 32 bytes (RFC 7518 §3.2)");
  }

  private static void assertKind(String text, String type, String algorithm) {
    assertThat(StaticKeys.read(text))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.keyType()).isEqualTo(type);
              assertThat(key.algorithm().orElse("any")).isEqualTo(algorithm);
              assertThat(key.kid()).isEmpty();
            });
  }

  private static void assertRefused(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StaticKeys.read(text))
        .withMessage(reason)
        .withNoCause();
  }
}
