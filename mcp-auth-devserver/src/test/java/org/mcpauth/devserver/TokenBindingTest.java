// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class TokenBindingTest {

  private final TokenDraft draft;

  TokenBindingTest(TokenMinter tokens) {
    this.draft = tokens.forResource(RESOURCE);
  }

  @Test
  void boundToWhenKeyThenThumbprintOfItsJwk() throws Exception {
    KeyPair rsa = TestKeys.rsa();
    KeyPair ec = TestKeys.ec();

    assertThat(confirmation(draft.boundTo(rsa.getPublic())))
        .isEqualTo(
            Map.of(
                "jkt",
                new RSAKey.Builder((RSAPublicKey) rsa.getPublic())
                    .build()
                    .computeThumbprint()
                    .toString()));
    assertThat(confirmation(draft.boundTo(ec.getPublic())))
        .isEqualTo(
            Map.of(
                "jkt",
                new ECKey.Builder(Curve.P_256, (ECPublicKey) ec.getPublic())
                    .build()
                    .computeThumbprint()
                    .toString()));
  }

  /** RFC 7638 §3 written out: required members in lexicographic order. */
  @Test
  void boundToWhenEd25519KeyThenThumbprintOfRfc8037() throws Exception {
    KeyPair keys = TestKeys.ed25519();
    byte[] encoded = keys.getPublic().getEncoded();
    String x = base64Url(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    String json = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));

    assertThat(confirmation(draft.boundTo(keys.getPublic())))
        .isEqualTo(Map.of("jkt", base64Url(hash)));
  }

  @Test
  void boundToWhenKeyHasNoJwkThenSaysSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft.boundTo(TestKeys.generate("Ed448", "").getPublic()));
  }

  @Test
  void confirmationWhenSeveralThenAllAreThere() throws Exception {
    TokenDraft bound = draft.confirmation("jkt", "a").confirmation("x5t#S256", "b");

    assertThat(confirmation(bound)).isEqualTo(Map.of("jkt", "a", "x5t#S256", "b"));
    assertThat(confirmation(bound.confirmation("jkt", 7)))
        .isEqualTo(Map.of("jkt", 7L, "x5t#S256", "b"));
  }

  @Test
  void claimWhenNestedThenKeptAsItIs() throws Exception {
    Map<String, Object> roles =
        Map.of("notes", Map.of("roles", List.of("reader", Map.of("name", "writer", "level", 2L))));

    String token = draft.claim("resource_access", roles).mint();

    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("resource_access"))
        .isEqualTo(roles);
  }

  @Test
  void hs256WhenSecretGivenThenItVerifiesAndNoKeyIsNamed() throws Exception {
    byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    TokenDraft signed = draft.hs256(secret);
    byte[] copy = secret.clone();
    Arrays.fill(secret, (byte) 0);

    JWSObject jws = JWSObject.parse(signed.mint());

    assertThat(jws.verify(new MACVerifier(copy))).isTrue();
    assertThat(jws.getHeader().toJSONObject()).isEqualTo(Map.of("alg", "HS256", "typ", "at+jwt"));
    assertThatIllegalArgumentException().isThrownBy(() -> draft.hs256(new byte[31]));
  }

  private static Map<String, Object> confirmation(TokenDraft bound) throws Exception {
    return SignedJWT.parse(bound.mint()).getJWTClaimsSet().getJSONObjectClaim("cnf");
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
