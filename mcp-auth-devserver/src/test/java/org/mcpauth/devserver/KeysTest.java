// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {

  @Test
  void rotateKeysWhenCalledThenNewKeySignsAndOldOneStaysUntilDropped() throws Exception {
    try (DevAuthorizationServer server = DevAuthorizationServer.builder().port(0).start()) {
      TestClient client = new TestClient(server);
      String before = server.tokens().forResource(RESOURCE).mint();

      server.rotateKeys();
      String after = server.tokens().forResource(RESOURCE).mint();

      assertThat(keyId(after)).isNotEqualTo(keyId(before));
      assertThat(published(client)).containsExactly(keyId(after), keyId(before));
      assertThat(client.introspect(before).json()).containsEntry("active", true);

      server.dropRetiredKeys();

      assertThat(published(client)).containsExactly(keyId(after));
      assertThat(client.introspect(before).json()).containsEntry("active", false);
      assertThat(client.introspect(after).json()).containsEntry("active", true);
    }
  }

  @Test
  void rotateKeysWhenOftenThenPublishedKeysAreBounded() throws Exception {
    try (DevAuthorizationServer server =
        DevAuthorizationServer.builder().port(0).keyAlgorithm(KeyAlgorithm.ES256).start()) {
      for (int i = 0; i < 20; i++) {
        server.rotateKeys();
      }

      assertThat(published(new TestClient(server))).hasSize(10);
    }
  }

  @ParameterizedTest
  @EnumSource(KeyAlgorithm.class)
  void mintWhenAlgorithmChosenThenPublishedKeyVerifies(KeyAlgorithm algorithm) throws Exception {
    try (DevAuthorizationServer server =
        DevAuthorizationServer.builder().port(0).keyAlgorithm(algorithm).start()) {
      TestClient client = new TestClient(server);
      JWK key = JWKSet.parse(client.get("/jwks").body()).getKeys().get(0);
      Answer issued = client.postAs("dev", "dev", "/token", "grant_type", "client_credentials");

      assertThat(key.isPrivate()).isFalse();
      assertThat(issued.accessToken().getHeader().getAlgorithm().getName())
          .isEqualTo(algorithm.name());
      assertThat(verifies(key, issued.accessToken())).isTrue();
      assertThat(client.introspect(issued.text("access_token")).json())
          .containsEntry("active", true);
      assertThat(
              client
                  .introspect(server.tokens().withoutResource().tamperedSignature().mint())
                  .json())
          .containsEntry("active", false);
      assertThat(server.tokens().withoutResource().hs256WithPublicKeyDer().mint()).isNotEmpty();
      assertThat(server.tokens().withoutResource().hs256WithPublicKeyModulus().mint()).isNotEmpty();
    }
  }

  private static boolean verifies(JWK key, SignedJWT jwt) throws Exception {
    JWSHeader header = jwt.getHeader();
    return switch (header.getAlgorithm().getName()) {
      case "RS256" -> jwt.verify(new RSASSAVerifier(key.toRSAKey()));
      case "ES256" -> jwt.verify(new ECDSAVerifier(key.toECKey()));
      default -> verifiesEd25519(key, jwt);
    };
  }

  /** By the JDK, from the coordinates: RFC 8032 §5.1.2, little-endian with the sign on top. */
  private static boolean verifiesEd25519(JWK key, SignedJWT jwt) throws Exception {
    byte[] littleEndian = key.toOctetKeyPair().getX().decode();
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = littleEndian[31 - i];
    }
    boolean odd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7F;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    String token = jwt.serialize();
    verifier.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
    return verifier.verify(jwt.getSignature().decode());
  }

  private static String keyId(String token) throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  private static List<String> published(TestClient client) throws Exception {
    return JWKSet.parse(client.get("/jwks").body()).getKeys().stream().map(JWK::getKeyID).toList();
  }
}
