// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.KeySetReader;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;

/** Algorithms, keys, signatures and headers: RFC 8725, and the advisories of other libraries. */
class JwtVerifierTest {

  private final TestIssuer issuer = new TestIssuer(SigningKey.RSA);
  private final Door door = Door.of(issuer);

  static Stream<Arguments> algorithms() {
    return Stream.of(
        Arguments.of("RS256", SigningKey.RSA),
        Arguments.of("RS384", SigningKey.RSA),
        Arguments.of("RS512", SigningKey.RSA),
        Arguments.of("PS256", SigningKey.RSA),
        Arguments.of("PS384", SigningKey.RSA),
        Arguments.of("PS512", SigningKey.RSA),
        Arguments.of("ES256", SigningKey.P256),
        Arguments.of("ES384", SigningKey.P384),
        Arguments.of("ES512", SigningKey.P521),
        Arguments.of("EdDSA", SigningKey.ED25519));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("algorithms")
  void authenticateWhenSignedWithAlgorithmThenAccepted(String algorithm, SigningKey key) {
    Door everyAlgorithm = Door.of(new TestIssuer(key));
    String token = new TestIssuer(key).token(door.clock).header("alg", algorithm).sign();

    assertThat(everyAlgorithm.authenticator.authenticate(token).subject()).contains("alice");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("algorithms")
  void authenticateWhenAlgorithmNotAllowedThenRefused(String algorithm, SigningKey key) {
    String allowed = algorithm.equals("RS256") ? "ES256" : "RS256";
    Door oneAlgorithm = Door.of(new TestIssuer(key), "mcp.auth.jwt.algorithms", allowed);
    String token = new TestIssuer(key).token(door.clock).header("alg", algorithm).sign();

    assertRefused(oneAlgorithm, token, "The signature algorithm is not accepted here");
    assertThat(oneAlgorithm.fetcher.calls()).isEmpty();
  }

  /** RFC 9068 §4: MUST reject any JWT in which the value of alg is none. Authlib CVE-2026-28802. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", " none", "none "})
  void authenticateWhenAlgorithmNoneThenRefused(String none) {
    String unsigned = issuer.token(door.clock).header("alg", none).unsigned();

    assertRefused(unsigned + ".");
    assertRefused(unsigned);
    assertRefused(unsigned + "." + Base64URL.encode("x"));
  }

  @Test
  void authenticateWhenAlgorithmMissingOrNoStringThenRefused() {
    TokenBuilder token = issuer.token(door.clock);

    assertRefused(token.signHeader("{\"kid\":\"rsa\",\"typ\":\"at+jwt\"}"));
    assertRefused(token.signHeader("{\"alg\":null,\"kid\":\"rsa\",\"typ\":\"at+jwt\"}"));
    assertRefused(token.signHeader("{\"alg\":[\"RS256\"],\"kid\":\"rsa\",\"typ\":\"at+jwt\"}"));
    assertRefused(token.signHeader("{\"alg\":256,\"kid\":\"rsa\",\"typ\":\"at+jwt\"}"));
  }

  /** RFC 8725 §2.1: the public key must not become the secret of an HMAC. */
  @Test
  void authenticateWhenHmacWithPublicKeyThenRefused() throws GeneralSecurityException {
    PublicKey key = publicKey();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";

    assertRefused(hmac(key.getEncoded()));
    assertRefused(hmac(pem.getBytes(StandardCharsets.US_ASCII)));
    assertRefused(hmac((pem + "\n").getBytes(StandardCharsets.US_ASCII)));
    assertRefused(hmac(issuer.jwks().getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void authenticateWhenHmacWithPublishedSecretThenRefused() {
    Door published = Door.of(new TestIssuer(SigningKey.OCT));
    String token = new TestIssuer(SigningKey.OCT).token(door.clock).sign();

    assertRefused(published, token, "The signature algorithm is not accepted here");
  }

  /** An algorithm of another key type, or of another curve, than that of the key. */
  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "ES512", "EdDSA", "PS256", "RS512"})
  void authenticateWhenAlgorithmOtherThanSignatureThenRefused(String algorithm) {
    String signed = issuer.token(door.clock).sign();
    String signature = signed.substring(signed.lastIndexOf('.'));

    assertRefused(issuer.token(door.clock).header("alg", algorithm).unsigned() + signature);
  }

  @Test
  void authenticateWhenCurveOfKeyIsAnotherThenRefused() {
    SigningKey p384 = SigningKey.P384.withKid("p256");
    Door wrongCurve = Door.of(new TestIssuer(p384));
    String token = new TestIssuer(SigningKey.P256).token(door.clock).sign();

    assertRefused(wrongCurve, token, "The issuer has no such key");
  }

  /** Java before 2022 took this for the signature of anything: CVE-2022-21449. */
  @Test
  void authenticateWhenSignatureAllZeroThenRefused() {
    Door ec = Door.of(new TestIssuer(SigningKey.P256));
    String unsigned = new TestIssuer(SigningKey.P256).token(door.clock).unsigned();

    assertRefused(ec, unsigned + "." + Base64URL.encode(new byte[64]));
    assertRefused(ec, unsigned + "." + Base64URL.encode(new byte[0]));
    assertRefused(ec, unsigned + ".");
  }

  @Test
  void authenticateWhenKeyIsForAnotherAlgorithmThenRefused() {
    SigningKey onlyPs256 = SigningKey.RSA.withMember("alg", "PS256");
    Door bound = Door.of(new TestIssuer(onlyPs256));
    TestIssuer signer = new TestIssuer(onlyPs256);

    assertRefused(bound, signer.token(door.clock).sign(), "The issuer has no such key");
    assertThat(
            bound.authenticator.authenticate(
                signer.token(door.clock).header("alg", "PS256").sign()))
        .isNotNull();
  }

  @Test
  void authenticateWhenIssuerHasNoKeyForSignaturesThenUnavailable() {
    Door encryption = Door.of(new TestIssuer(SigningKey.RSA.withMember("use", "enc")));
    String token = issuer.token(door.clock).sign();

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> encryption.authenticator.authenticate(token))
        .withMessage("the keys of " + TestIssuer.ISSUER + " are not known");
  }

  @Test
  void authenticateWhenKeyIsTooShortThenRefused() {
    Door weak = Door.of(new TestIssuer(SigningKey.WEAK_RSA, SigningKey.P256));

    assertRefused(weak, new TestIssuer(SigningKey.WEAK_RSA).token(door.clock).sign());
  }

  @Test
  void authenticateWhenKidUnknownThenRefused() {
    assertRefused(
        door,
        issuer.token(door.clock).header("kid", "another").sign(),
        "The issuer has no such key");
  }

  @Test
  void authenticateWhenKidNamesAnotherKeyThenRefused() {
    Door two = Door.of(new TestIssuer(SigningKey.RSA, SigningKey.OTHER_RSA));

    assertRefused(two, issuer.token(door.clock).header("kid", "other-rsa").sign());
  }

  /** RFC 8725 §3.10: a kid is never a path, a query or a URL. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../dev/null",
        "' OR 1=1 --",
        "https://evil.example/key",
        "rsa\u0000",
        ""
      })
  void authenticateWhenKidHostileThenRefusedWithoutCallsElsewhere(String kid) {
    assertRefused(issuer.token(door.clock).header("kid", kid).sign());
    assertThat(door.fetcher.calls()).allMatch(uri -> uri.startsWith(TestIssuer.ISSUER + "/"));
  }

  @Test
  void authenticateWhenNoKidThenEveryFittingKeyIsTried() {
    Door several = Door.of(new TestIssuer(SigningKey.OTHER_RSA, SigningKey.P256, SigningKey.RSA));

    assertThat(
            several.authenticator.authenticate(
                issuer.token(door.clock).withoutHeader("kid").sign()))
        .isNotNull();
  }

  @Test
  void authenticateWhenNoKidAndNoKeyFitsThenRefused() {
    Door several = Door.of(new TestIssuer(SigningKey.OTHER_RSA, SigningKey.P256));

    assertRefused(several, issuer.token(door.clock).withoutHeader("kid").sign());
  }

  @Test
  void authenticateWhenKeyHasNoKidThenAccepted() {
    Door unnamed = Door.of(new TestIssuer(SigningKey.RSA.withMember("kid", null)));

    assertThat(unnamed.authenticator.authenticate(issuer.token(door.clock).sign())).isNotNull();
  }

  /** RFC 8725 §3.10, Authlib CVE-2026-27962: what a token says about keys is not believed. */
  @Test
  void authenticateWhenTokenBringsKeyThenRefusedWithoutCallsElsewhere() {
    Map<String, Object> attackerKey = SigningKey.OTHER_RSA.publicJwk();
    String evil = "https://evil.example/keys";
    door.fetcher.serve(evil, new TestIssuer(SigningKey.OTHER_RSA).jwks());

    for (String kid : List.of("rsa", "other-rsa")) {
      assertRefused(forged(kid).header("jwk", attackerKey).sign());
      assertRefused(forged(kid).header("jku", evil).sign());
      assertRefused(forged(kid).header("x5u", evil).sign());
      assertRefused(forged(kid).header("x5c", List.of("MIIB")).sign());
      assertRefused(forged(kid).header("x5t#S256", "abc").sign());
    }
    assertThat(door.fetcher.calls()).allMatch(uri -> uri.startsWith(TestIssuer.ISSUER + "/"));
  }

  @Test
  void authenticateWhenOwnTokenHasKeyHeadersThenTheyDoNotCount() {
    String token =
        issuer
            .token(door.clock)
            .header("jku", "https://evil.example/keys")
            .header("jwk", SigningKey.OTHER_RSA.publicJwk())
            .sign();

    assertThat(door.authenticator.authenticate(token)).isNotNull();
    assertThat(door.fetcher.calls()).doesNotContain("https://evil.example/keys");
  }

  /** RFC 7515 §4.1.11. */
  @Test
  void authenticateWhenCriticalExtensionThenRefused() {
    assertRefused(
        door,
        issuer.token(door.clock).header("crit", List.of("exp")).header("exp", 1).sign(),
        "The JWT has a critical extension that is not understood");
    assertRefused(issuer.token(door.clock).header("crit", List.of()).sign());
    assertRefused(issuer.token(door.clock).header("crit", "x").sign());
    assertRefused(
        issuer.token(door.clock).header("crit", List.of("b64")).header("b64", true).sign());
  }

  /** RFC 7797. */
  @Test
  void authenticateWhenPayloadUnencodedThenRefused() {
    assertRefused(issuer.token(door.clock).header("b64", false).sign());
    assertRefused(
        issuer.token(door.clock).header("b64", false).header("crit", List.of("b64")).sign());
    assertRefused(
        Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"b64\":false}") + ".{\"a\":1}.AAAA");
  }

  @Test
  void authenticateWhenAnotherKeySignedThenRefused() {
    assertRefused(
        door,
        issuer.token(door.clock).forgedWith(SigningKey.OTHER_RSA).sign(),
        "The signature is not valid");
  }

  @Test
  void authenticateWhenPartReplacedThenRefused() {
    String[] parts = issuer.token(door.clock).sign().split("\\.", -1);
    String[] others = issuer.token(door.clock).claim("sub", "root").sign().split("\\.", -1);

    assertRefused(parts[0] + "." + others[1] + "." + parts[2]);
    assertRefused(parts[0] + "." + parts[1] + "." + others[2]);
    String otherHeader = Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"rsa\"}").toString();
    assertRefused(otherHeader + "." + parts[1] + "." + parts[2]);
  }

  @Test
  void authenticateWhenTruncatedAnywhereThenRefused() {
    String token = issuer.token(door.clock).sign();

    for (int length = 0; length < token.length(); length += 17) {
      assertRefused(token.substring(0, length));
    }
    assertRefused(token.substring(0, token.length() - 1));
    assertRefused(token + "A".repeat(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "....",
        "a",
        "a.b.c",
        "opaque-token",
        "e30.e30.e30",
        "e30.e30.",
        "bnVsbA.bnVsbA.bnVsbA",
        "W10.W10.W10",
        "eyJhbGciOiJSUzI1NiJ9.W10.AAAA",
        "eyJhbGciOiJSUzI1NiJ9..AAAA",
        "eyJhbGciOiJSUzI1NiJ9.bnVsbA.AAAA",
        "\u0000.\u0000.\u0000",
        "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.AAAA.AAAA.AAAA.AAAA",
        "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIiwiemlwIjoiREVGIn0..AAAA.AAAA.AAAA"
      })
  void authenticateWhenGarbageThenRefusedWithoutCalls(String garbage) {
    assertRefused(garbage);
    assertThat(door.fetcher.calls()).isEmpty();
  }

  @Test
  void authenticateWhenJsonAmbiguousThenRefused() {
    TokenBuilder token = issuer.token(door.clock);
    String claims = token.claimsJson();

    assertRefused(token.signClaims(claims.replaceFirst("\\{", "{\"aud\":\"x\",")));
    assertRefused(token.signClaims(claims + claims));
    assertRefused(token.signClaims(claims + "x"));
    assertRefused(token.signHeader(token.headerJson().replaceFirst("\\{", "{\"alg\":\"none\",")));
  }

  @Test
  void authenticateWhenLargerThanLimitThenRefusedUnread() {
    assertRefused(door, "a".repeat(100_000), "The access token is longer than 16384 characters");
    assertRefused(door, issuer.token(door.clock).claim("x", "y".repeat(100_000)).sign());
    assertThat(door.fetcher.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 4_000})
  void authenticateWhenUnsignedPayloadDeepThenRefused(int depth) {
    String claims = "{\"iss\":\"" + TestIssuer.ISSUER + "\",\"a\":" + nested(depth) + "}";

    assertRefused(issuer.token(door.clock).forgedWith(SigningKey.OTHER_RSA).signClaims(claims));
  }

  /** Only the issuer could send this; it must not exhaust the stack all the same. */
  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 5_500})
  void authenticateWhenSignedPayloadDeepThenRefused(int depth) {
    TokenBuilder token = issuer.token(door.clock);
    String claims = token.claimsJson().replaceFirst("\\{", "{\"a\":" + nested(depth) + ",");

    assertRefused(
        door, token.signClaims(claims), "The claims of the access token are nested too deep");
  }

  @Test
  void authenticateWhenSignedPayloadNestedThenAccepted() {
    TokenBuilder token = issuer.token(door.clock);
    String claims = token.claimsJson().replaceFirst("\\{", "{\"a\":" + nested(50) + ",");

    assertThat(door.authenticator.authenticate(token.signClaims(claims))).isNotNull();
  }

  @Test
  void authenticateWhenIssuerUnknownThenRefusedWithoutCalls() {
    TestIssuer stranger = new TestIssuer("https://stranger.example", SigningKey.RSA);

    assertRefused(
        door,
        stranger.token(door.clock).sign(),
        "The issuer of the access token is not accepted here");
    assertThat(door.fetcher.calls()).isEmpty();
  }

  /** RFC 8725 §3.8: keys belong to their issuer. */
  @Test
  void authenticateWhenSignedByOtherConfiguredIssuerThenRefused() {
    TestIssuer other = new TestIssuer("https://other.example.com", SigningKey.OTHER_RSA);
    Door two = Door.of(List.of(issuer, other));

    assertThat(two.authenticator.authenticate(issuer.token(door.clock).sign()).issuer())
        .isEqualTo(TestIssuer.ISSUER);
    assertThat(two.authenticator.authenticate(other.token(door.clock).sign()).issuer())
        .isEqualTo("https://other.example.com");
    assertRefused(two, other.token(door.clock).key(SigningKey.RSA).sign());
    assertRefused(two, issuer.token(door.clock).key(SigningKey.OTHER_RSA).sign());
    assertRefused(two, other.token(door.clock).forgedWith(SigningKey.RSA).sign());
  }

  private TokenBuilder forged(String kid) {
    return issuer.token(door.clock).forgedWith(SigningKey.OTHER_RSA).header("kid", kid);
  }

  private String hmac(byte[] secret) throws GeneralSecurityException {
    String unsigned = issuer.token(door.clock).header("alg", "HS256").unsigned();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return unsigned
        + "."
        + Base64URL.encode(mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
  }

  private PublicKey publicKey() {
    return (PublicKey) KeySetReader.read(issuer.jwks()).get(0).key();
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private void assertRefused(String token) {
    assertRefused(door, token);
  }

  private static void assertRefused(Door door, String token) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> door.authenticator.authenticate(token))
        .withNoCause();
  }

  private static void assertRefused(Door door, String token, String reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> door.authenticator.authenticate(token))
        .withMessage(reason);
  }
}
