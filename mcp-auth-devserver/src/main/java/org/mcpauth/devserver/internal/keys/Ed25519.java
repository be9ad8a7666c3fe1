// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Set;

/**
 * Ed25519 by the JDK: the JOSE library's own needs one more dependency.
 *
 * <p>RFC 8410 fixes the encodings: the raw key is always the last 32 bytes.
 */
final class Ed25519 implements JWSSigner {

  private static final int RAW_LENGTH = 32;
  private static final byte[] PRIVATE_PREFIX = {
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
  };
  private static final byte[] PUBLIC_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private final OctetKeyPair pair;
  private final JCAContext context = new JCAContext();

  Ed25519(OctetKeyPair pair) {
    this.pair = pair;
  }

  static OctetKeyPair generate(String keyId) throws JOSEException {
    try {
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new OctetKeyPair.Builder(Curve.Ed25519, raw(keys.getPublic().getEncoded()))
          .d(raw(keys.getPrivate().getEncoded()))
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.EdDSA)
          .keyID(keyId)
          .build();
    } catch (GeneralSecurityException e) {
      throw new JOSEException("no Ed25519 in this JDK", e);
    }
  }

  static OctetKeyPair of(PublicKey key) {
    return new OctetKeyPair.Builder(Curve.Ed25519, raw(key.getEncoded())).build();
  }

  static boolean verifies(OctetKeyPair pair, byte[] input, Base64URL signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(publicKeyInfo(pair))));
      verifier.update(input);
      return verifier.verify(signature.decode());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The SubjectPublicKeyInfo of RFC 8410 §4. */
  static byte[] publicKeyInfo(OctetKeyPair pair) {
    return concat(PUBLIC_PREFIX, pair.getX().decode());
  }

  @Override
  public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      byte[] pkcs8 = concat(PRIVATE_PREFIX, pair.getD().decode());
      signer.initSign(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
      signer.update(signingInput);
      return Base64URL.encode(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new JOSEException("cannot sign with Ed25519", e);
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.EdDSA);
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }

  private static Base64URL raw(byte[] encoded) {
    return Base64URL.encode(
        Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length));
  }

  private static byte[] concat(byte[] head, byte[] tail) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }
}
