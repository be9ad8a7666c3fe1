// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mcpauth.devserver.internal.settings.KeyType;

/**
 * One private key together with the algorithm it is used with.
 *
 * @param algorithm the one algorithm
 * @param jwk the private key; carries the {@code kid}
 */
public record SigningKey(JWSAlgorithm algorithm, JWK jwk) {

  /**
   * Generates a key.
   *
   * @param type the kind of key
   * @return a new key with a new {@code kid}
   */
  public static SigningKey generate(KeyType type) {
    String keyId = UUID.randomUUID().toString();
    try {
      return switch (type) {
        case RS256 ->
            new SigningKey(
                JWSAlgorithm.RS256,
                new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(keyId)
                    .generate());
        case ES256 ->
            new SigningKey(
                JWSAlgorithm.ES256,
                new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(keyId)
                    .generate());
        case EDDSA -> new SigningKey(JWSAlgorithm.EdDSA, Ed25519.generate(keyId));
      };
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK cannot generate a key for " + type, e);
    }
  }

  /**
   * The {@code kid} of this key.
   *
   * @return the key id
   */
  public String keyId() {
    return jwk.getKeyID();
  }

  /**
   * Signs.
   *
   * @param signingInput header and payload in compact form, without signature
   * @return the signature
   */
  public Base64URL sign(String signingInput) {
    try {
      return signer().sign(new JWSHeader(algorithm), bytes(signingInput));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with " + algorithm, e);
    }
  }

  /**
   * Checks a signature.
   *
   * @param signingInput what was signed
   * @param signature the signature
   * @return true if this key made it
   */
  public boolean verifies(String signingInput, Base64URL signature) {
    JWSHeader header = new JWSHeader(algorithm);
    byte[] input = bytes(signingInput);
    try {
      if (jwk instanceof OctetKeyPair pair) {
        return Ed25519.verifies(pair, input, signature);
      }
      return JWSAlgorithm.ES256.equals(algorithm)
          ? new ECDSAVerifier(jwk.toECKey()).verify(header, input, signature)
          : new RSASSAVerifier(jwk.toRSAKey()).verify(header, input, signature);
    } catch (JOSEException e) {
      return false;
    }
  }

  private JWSSigner signer() throws JOSEException {
    if (jwk instanceof OctetKeyPair pair) {
      return new Ed25519(pair);
    }
    return JWSAlgorithm.ES256.equals(algorithm)
        ? new ECDSASigner(jwk.toECKey())
        : new RSASSASigner(jwk.toRSAKey());
  }

  private static byte[] bytes(String signingInput) {
    return signingInput.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "SigningKey[" + algorithm + ", kid=" + keyId() + "]";
  }
}
