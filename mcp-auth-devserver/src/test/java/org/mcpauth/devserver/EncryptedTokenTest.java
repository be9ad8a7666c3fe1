// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

class EncryptedTokenTest {

  private static final KeyPair RSA = TestKeys.rsa();
  private static final KeyPair EC = TestKeys.ec();

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () -> DevAuthorizationServer.builder().port(0).keyAlgorithm(KeyAlgorithm.ES256));

  private final TokenDraft draft = AUTH.server().tokens().forResource(RESOURCE).subject("alice");

  @ParameterizedTest
  @CsvSource({
    "RSA,RSA-OAEP-256,A256GCM",
    "RSA,RSA-OAEP-256,A128CBC-HS256",
    "RSA,RSA1_5,A128CBC-HS256",
    "EC,ECDH-ES,A256GCM",
    "EC,ECDH-ES,A128CBC-HS256",
    "EC,ECDH-ES+A128KW,A256GCM"
  })
  void encryptedWhenAlgorithmsChosenThenOwnerOfTheKeyFindsTheSignedToken(
      String kind, String algorithm, String method) throws Exception {
    KeyPair keys = kind.equals("RSA") ? RSA : EC;
    TokenEncryption encryption =
        TokenEncryption.to(keys.getPublic()).algorithm(algorithm).method(method).keyId("enc");

    JWEObject jwe = JWEObject.parse(draft.encrypted(encryption).mint());
    SignedJWT inside = decrypt(jwe, keys.getPrivate());

    assertThat(jwe.getHeader().toJSONObject())
        .containsEntry("alg", algorithm)
        .containsEntry("enc", method)
        .containsEntry("kid", "enc")
        .containsEntry("cty", "JWT")
        .doesNotContainKey("zip");
    assertThat(inside.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(inside.getJWTClaimsSet().getSubject()).isEqualTo("alice");
  }

  @Test
  void encryptedWhenNothingSaidThenAlgorithmFitsTheKey() throws Exception {
    Map<String, Object> rsa = header(TokenEncryption.to(RSA.getPublic()));
    Map<String, Object> ec = header(TokenEncryption.to(EC.getPublic()));

    assertThat(rsa).isEqualTo(Map.of("alg", "RSA-OAEP-256", "enc", "A256GCM", "cty", "JWT"));
    assertThat(ec)
        .containsEntry("alg", "ECDH-ES")
        .containsEntry("enc", "A256GCM")
        .containsEntry("cty", "JWT");
  }

  @Test
  void encryptedWhenChangedAfterwardsThenDoesNotDecrypt() throws Exception {
    TokenDraft encrypted = draft.encrypted(TokenEncryption.to(RSA.getPublic()));
    JWEObject tampered = JWEObject.parse(encrypted.tamperedSignature().mint());
    JWEObject genuine = JWEObject.parse(encrypted.mint());

    assertThat(decrypt(genuine, RSA.getPrivate()).getJWTClaimsSet().getSubject())
        .isEqualTo("alice");
    assertThatExceptionOfType(JOSEException.class)
        .isThrownBy(() -> decrypt(tampered, RSA.getPrivate()));
    assertThatExceptionOfType(JOSEException.class)
        .isThrownBy(() -> decrypt(JWEObject.parse(encrypted.mint()), TestKeys.rsa().getPrivate()));
  }

  @Test
  void encryptedWhenHostileInsideThenOutsideIsFine() throws Exception {
    TokenEncryption encryption = TokenEncryption.to(RSA.getPublic());
    JWEObject unsigned = JWEObject.parse(draft.algNone().encrypted(encryption).mint());
    unsigned.decrypt(new RSADecrypter(RSA.getPrivate()));

    assertThat(unsigned.getPayload().toString()).endsWith(".");
    assertThat(header(encryption.withoutContentType())).doesNotContainKey("cty");
  }

  @Test
  void encryptedWhenCompressedThenSmallTokenIsLargeInside() throws Exception {
    TokenEncryption encryption = TokenEncryption.to(RSA.getPublic()).compressed();

    String token = draft.oversized(50_000).encrypted(encryption).mint();
    JWEObject jwe = JWEObject.parse(token);
    jwe.decrypt(new RSADecrypter(RSA.getPrivate()));

    assertThat(token).hasSizeLessThan(5_000);
    assertThat(jwe.getPayload().toString()).hasSizeGreaterThan(50_000);
  }

  @Test
  void encryptionWhenItCannotBeThenSaysSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenEncryption.to(TestKeys.ed25519().getPublic()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenEncryption.to(RSA.getPublic()).algorithm("ECDH-ES"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenEncryption.to(RSA.getPublic()).method("A1"));
  }

  private Map<String, Object> header(TokenEncryption encryption) throws Exception {
    return JWEObject.parse(draft.encrypted(encryption).mint()).getHeader().toJSONObject();
  }

  private static SignedJWT decrypt(JWEObject jwe, PrivateKey key) throws JOSEException {
    JWEDecrypter decrypter =
        key instanceof ECPrivateKey ec ? new ECDHDecrypter(ec) : new RSADecrypter(key);
    jwe.decrypt(decrypter);
    return jwe.getPayload().toSignedJWT();
  }
}
