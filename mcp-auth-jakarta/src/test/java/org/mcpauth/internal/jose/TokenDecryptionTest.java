// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.settings.Secret;

/** Nested JWTs (RFC 7519 §5.2), encrypted by another library. */
class TokenDecryptionTest {

  private static final String SIGNED =
      new TokenBuilder(SigningKey.RSA).claim("iss", "https://issuer.example.com").sign();
  private static final String UNDECIPHERABLE = "The access token cannot be decrypted";
  private static final String NO_SIGNED_JWT = "The encrypted access token holds no signed JWT";

  private final TokenDecryption decryption =
      decryption(new JWKSet(List.of(TestKeys.RSA, TestKeys.P256)).toString(false));

  @ParameterizedTest
  @CsvSource({
    "RSA-OAEP-256,A128GCM",
    "RSA-OAEP-256,A256GCM",
    "RSA-OAEP,A192GCM",
    "RSA-OAEP,A128CBC-HS256",
    "ECDH-ES,A128GCM",
    "ECDH-ES+A128KW,A192CBC-HS384",
    "ECDH-ES+A192KW,A256CBC-HS512",
    "ECDH-ES+A256KW,A256GCM"
  })
  void parseWhenEncryptedForUsThenTheSignedJwtInside(String algorithm, String method)
      throws JOSEException {
    Jose.UnverifiedJwt jwt =
        Jose.parse(encrypted(header(algorithm, method).build(), SIGNED), decryption);

    assertThat(jwt.claims()).containsEntry("iss", "https://issuer.example.com");
    assertThat(jwt.header().kid()).contains("rsa");
    assertThat(jwt.isSignedWith(KeySetReader.read(issuerKeys()).get(0).key())).isTrue();
  }

  @Test
  void parseWhenKeyIsPemThenDecrypted() throws JOSEException {
    String pem = TestKeys.pem(TestKeys.RSA.toPrivateKey());
    String token = encrypted(header("RSA-OAEP-256", "A256GCM").build(), SIGNED);

    assertThat(Jose.parse(token, decryption(pem)).claims()).containsKey("iss");
  }

  @Test
  void parseWhenNotEncryptedThenStillAccepted() {
    assertThat(Jose.parse(SIGNED, decryption).claims()).containsKey("iss");
  }

  @Test
  void parseWhenNoKeyIsConfiguredThenRefused() throws JOSEException {
    String token = encrypted(header("RSA-OAEP", "A128GCM").build(), SIGNED);

    assertRefused(
        token, TokenDecryption.none(), "The access token is encrypted, which is not accepted here");
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> Jose.parse(token))
        .withMessage("The access token is encrypted, which is not accepted here");
  }

  @Test
  void parseWhenEncryptedForSomebodyElseThenRefused() throws JOSEException {
    String token = encrypted(header("RSA-OAEP", "A128GCM").build(), SIGNED);

    assertRefused(token, decryption(TestKeys.P384.toJSONString()), UNDECIPHERABLE);
    assertRefused(
        encrypted(header("ECDH-ES", "A128GCM").build(), SIGNED),
        decryption(TestKeys.P384.toJSONString()),
        UNDECIPHERABLE);
    assertRefused(
        encrypted(header("RSA-OAEP", "A128GCM").keyID("of-somebody-else").build(), SIGNED),
        decryption,
        UNDECIPHERABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void parseWhenAPartIsChangedThenRefused(int part) throws JOSEException {
    String[] parts = encrypted(header("RSA-OAEP", "A128GCM").build(), SIGNED).split("\\.");
    char last = parts[part].charAt(4);
    parts[part] =
        parts[part].substring(0, 4) + (last == 'A' ? 'B' : 'A') + parts[part].substring(5);

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> Jose.parse(String.join(".", parts), decryption))
        .withNoCause();
  }

  @Test
  @SuppressWarnings("deprecation")
  void parseWhenAlgorithmIsNotAcceptedThenRefused() throws JOSEException {
    JWEHeader rsa15 =
        new JWEHeader.Builder(JWEAlgorithm.RSA1_5, EncryptionMethod.A128GCM)
            .contentType("JWT")
            .build();
    assertRefused(
        encrypted(rsa15, SIGNED, new RSAEncrypter(TestKeys.RSA)), decryption, UNDECIPHERABLE);
    JWEHeader direct =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128GCM)
            .contentType("JWT")
            .build();
    assertRefused(
        encrypted(direct, SIGNED, new DirectEncrypter(new byte[16])), decryption, UNDECIPHERABLE);
    JWEHeader password =
        new JWEHeader.Builder(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A128GCM)
            .contentType("JWT")
            .build();
    assertRefused(
        encrypted(password, SIGNED, new PasswordBasedEncrypter("password", 8, 1000)),
        decryption,
        UNDECIPHERABLE);
  }

  /** A few bytes can become as many as memory holds. */
  @Test
  void parseWhenCompressedThenRefused() throws JOSEException {
    JWEHeader header =
        header("RSA-OAEP", "A128GCM").compressionAlgorithm(CompressionAlgorithm.DEF).build();

    assertRefused(
        encrypted(header, SIGNED), decryption, "The encrypted access token is compressed");
  }

  @Test
  void parseWhenContentIsNoSignedJwtThenRefused() throws JOSEException {
    JWEHeader header = header("RSA-OAEP", "A128GCM").build();
    String none = new TokenBuilder(SigningKey.RSA).header("alg", "none").unsigned() + ".";
    String unsigned = new TokenBuilder(SigningKey.RSA).unsigned() + ".";

    assertRefused(encrypted(header, "{\"iss\":\"x\"}"), decryption, NO_SIGNED_JWT);
    assertRefused(encrypted(header, none), decryption, NO_SIGNED_JWT);
    assertRefused(encrypted(header, unsigned), decryption, NO_SIGNED_JWT);
    assertRefused(encrypted(header, encrypted(header, SIGNED)), decryption, NO_SIGNED_JWT);
    assertRefused(
        encrypted(header("RSA-OAEP", "A128GCM").contentType(null).build(), SIGNED),
        decryption,
        NO_SIGNED_JWT);
  }

  @Test
  void parseWhenCriticalThenRefused() throws JOSEException {
    JWEHeader header =
        header("RSA-OAEP", "A128GCM")
            .criticalParams(Set.of("exotic"))
            .customParam("exotic", true)
            .build();

    assertRefused(encrypted(header, SIGNED), decryption, UNDECIPHERABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"....", "a.b.c.d.e", "e30.e30.e30.e30.e30"})
  void parseWhenFiveOddPartsThenRefused(String token) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> Jose.parse(token, decryption));
  }

  @Test
  void withWhenKeyDecryptsNothingThenRefused() throws JOSEException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decryption(TestKeys.pem(TestKeys.ED25519.getPrivate())))
        .withMessage("is a key of a kind that decrypts nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decryption(TestKeys.pem(TestKeys.RSA.toPublicKey())))
        .withMessage("is PEM, but not a PRIVATE KEY");
  }

  private static TokenDecryption decryption(String key) {
    return TokenDecryption.with(List.of(new Secret(key)));
  }

  private static String issuerKeys() {
    return "{\"keys\":[" + JSONObjectUtils.toJSONString(SigningKey.RSA.publicJwk()) + "]}";
  }

  private static JWEHeader.Builder header(String algorithm, String method) {
    return new JWEHeader.Builder(JWEAlgorithm.parse(algorithm), EncryptionMethod.parse(method))
        .contentType("JWT");
  }

  private static String encrypted(JWEHeader header, String content) throws JOSEException {
    boolean rsa = header.getAlgorithm().getName().startsWith("RSA");
    return encrypted(
        header, content, rsa ? new RSAEncrypter(TestKeys.RSA) : new ECDHEncrypter(TestKeys.P256));
  }

  private static String encrypted(JWEHeader header, String content, JWEEncrypter encrypter)
      throws JOSEException {
    JWEObject jwe = new JWEObject(header, new Payload(content));
    jwe.encrypt(encrypter);
    return jwe.serialize();
  }

  private static void assertRefused(String token, TokenDecryption decryption, String reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> Jose.parse(token, decryption))
        .withMessage(reason)
        .withNoCause();
  }
}
