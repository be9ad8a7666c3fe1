// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.log.LogRecorder;

/** JWK Sets (RFC 7517 §5) as they are found in the wild. */
class KeySetReaderTest {

  private static final String GOOD = JSONObjectUtils.toJSONString(SigningKey.P256.publicJwk());

  private final LogRecorder log = new LogRecorder();

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void readWhenEveryKindThenAllWithTheirAlgorithm() {
    List<VerificationKey> keys =
        KeySetReader.read(
            set(
                json(SigningKey.RSA.publicJwk()),
                GOOD,
                json(SigningKey.P384.publicJwk()),
                json(SigningKey.P521.publicJwk()),
                json(SigningKey.ED25519.publicJwk())));

    assertThat(keys)
        .extracting(VerificationKey::keyType)
        .containsExactly("RSA", "EC", "EC", "EC", "OKP");
    assertThat(keys)
        .extracting(key -> key.algorithm().orElse("any"))
        .containsExactly("any", "ES256", "ES384", "ES512", "EdDSA");
    assertThat(log.lines()).isEmpty();
  }

  static Stream<String> exotic() {
    Map<String, Object> rsa = SigningKey.RSA.publicJwk();
    return Stream.of(
        "{\"kty\":\"quantum\",\"kid\":\"bad\"}",
        "{\"kid\":\"bad\"}",
        "{\"kty\":5,\"kid\":\"bad\"}",
        "{\"kty\":\"RSA\",\"kid\":\"bad\"}",
        "{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":\"!!\",\"e\":\"AQAB\"}",
        "{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":123,\"e\":\"AQAB\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-999\",\"kid\":\"bad\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"bad\",\"x\":\"AQ\",\"y\":\"AQ\"}",
        "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"kid\":\"bad\",\"x\":\"AQ\",\"y\":\"AQ\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"bad\",\"x\":\"AQ\"}",
        "{\"kty\":\"oct\",\"kid\":\"bad\",\"k\":\"" + "A".repeat(64) + "\"}",
        json(SigningKey.RSA.withMember("alg", "ES256").withMember("kid", "bad").publicJwk()),
        json(SigningKey.RSA.withMember("alg", "HS256").withMember("kid", "bad").publicJwk()),
        json(SigningKey.P256.withMember("alg", "ES384").withMember("kid", "bad").publicJwk()),
        json(SigningKey.RSA.withMember("d", "AQAB").withMember("kid", "bad").publicJwk()),
        json(SigningKey.RSA.withMember("e", "AQ").withMember("kid", "bad").publicJwk()),
        json(SigningKey.WEAK_RSA.withMember("kid", "bad").publicJwk()),
        json(rsa).replace("\"kid\":\"rsa\"", "\"kid\":\"bad\",\"n\":\"AQ\""));
  }

  @ParameterizedTest
  @MethodSource("exotic")
  void readWhenOneIsExoticThenOnlyThatIsLeftOutWithOneWarning(String exotic) {
    assertThat(KeySetReader.read(set(exotic, GOOD, exotic)))
        .extracting(VerificationKey::kid)
        .containsExactly(Optional.of("p256"));
    assertThat(log.lines())
        .containsExactly(
            "WARNING MCPAUTH-2600: left out 2 key(s) of a key set that cannot be used here: bad,"
                + " bad");
  }

  /** Values that no key has, and numbers of any size. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "null",
        "[]",
        "\"x\"",
        "{}",
        "{\"kid\":1e999}",
        "{\"kid\":null}",
        "{\"kid\":\"a\",\"kid\":\"a\"}"
      })
  void readWhenOneIsNoKeyThenOnlyThatIsLeftOut(String odd) {
    assertThat(KeySetReader.read(set(odd, GOOD))).hasSize(1);
    assertThat(log.lines())
        .containsExactly(
            "WARNING MCPAUTH-2600: left out 1 key(s) of a key set that cannot be used here: (no"
                + " kid)");
  }

  @Test
  void readWhenNumberHasAnySizeThenItDoesNotSpoilTheKey() {
    String key = json(SigningKey.P256.publicJwk()).replace("{", "{\"nbf\":" + "9".repeat(50) + ",");

    assertThat(KeySetReader.read(set(key))).hasSize(1);
  }

  /** Nothing is wrong with these: many servers publish keys for encryption too. */
  @Test
  void readWhenForSomethingElseThenLeftOutSilently() {
    String x25519 = "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"" + "A".repeat(42) + "E\"}";
    List<VerificationKey> keys =
        KeySetReader.read(
            set(
                json(SigningKey.RSA.withMember("use", "enc").publicJwk()),
                json(SigningKey.RSA.withMember("key_ops", List.of("encrypt")).publicJwk()),
                json(SigningKey.RSA.withMember("alg", "RSA-OAEP").publicJwk()),
                json(SigningKey.P256.withMember("alg", "ECDH-ES").publicJwk()),
                x25519));

    assertThat(keys).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void readWhenKeyIsForVerifyingThenTaken() {
    SigningKey key =
        SigningKey.RSA.withMember("use", "sig").withMember("key_ops", List.of("verify"));

    assertThat(KeySetReader.read(set(json(key.withMember("alg", "PS256").publicJwk()))))
        .extracting(VerificationKey::algorithm)
        .containsExactly(Optional.of("PS256"));
  }

  /** Certificates are not looked at: nothing trusts them. */
  @Test
  void readWhenCertificateIsBrokenThenKeyIsTaken() {
    SigningKey key = SigningKey.RSA.withMember("x5c", List.of("!!")).withMember("x5t", "?");

    assertThat(KeySetReader.read(set(json(key.publicJwk())))).hasSize(1);
  }

  @Test
  void readWhenKidIsHostileThenWarningIsHarmless() {
    String key = "{\"kty\":\"no\",\"kid\":\"a\\n\\u001b[31m" + "x".repeat(1000) + "\"}";
    KeySetReader.read(set(key, key, key, key, key, key, key, key, key, key));

    String kid = "a???31m" + "x".repeat(57);
    assertThat(log.lines())
        .containsExactly(
            "WARNING MCPAUTH-2600: left out 10 key(s) of a key set that cannot be used here: "
                + String.join(", ", Collections.nCopies(8, kid)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html/>", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[],\"keys\":[]}", "{\"a"})
  void readWhenNoSetThenRefusedWithoutQuote(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeySetReader.read(text))
        .withNoCause()
        .satisfies(
            e -> assertThat(e.getMessage()).isIn("is not a JSON object", "is not a JWK Set"));
  }

  private static String json(Map<String, Object> jwk) {
    return JSONObjectUtils.toJSONString(jwk);
  }

  private static String set(String... keys) {
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }
}
