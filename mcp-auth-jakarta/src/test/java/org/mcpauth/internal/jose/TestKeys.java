// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;

/** Key pairs of this resource and of clients, and their texts. */
public final class TestKeys {

  /** Made once, because RSA keys are slow to make. */
  public static final RSAKey RSA = rsa(2048);

  public static final RSAKey SHORT_RSA = rsa(1024);
  public static final ECKey P256 = ec(Curve.P_256);
  public static final ECKey P384 = ec(Curve.P_384);
  public static final ECKey P521 = ec(Curve.P_521);
  public static final KeyPair ED25519 = pair("Ed25519");
  public static final KeyPair ED448 = pair("Ed448");

  /** Self-signed, of a P-256 key that nobody has kept; it expired. */
  public static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBjzCCATWgAwIBAgIUcEfXmTFWDVBZTFdSwknfSGglI9wwCgYIKoZIzj0EAwIw
      HTEbMBkGA1UEAwwSaXNzdWVyLmV4YW1wbGUuY29tMB4XDTI2MTEyMTE3MDM0MFoX
      DTI2MTEyMjE3MDM0MFowHTEbMBkGA1UEAwwSaXNzdWVyLmV4YW1wbGUuY29tMFkw
      EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEjpZTuMuw5rLsnipv0zw0LKxBSD3btsuZ
      Ndwwl3Gg+GVifYMExL5Se8N50OpzEZsXb2CsUNA1bcalxGEunI84JKNTMFEwHQYD
      VR0OBBYEFLKfQeDOSEhX8Yd9yeQFP213ZgRnMB8GA1UdIwQYMBaAFLKfQeDOSEhX
      8Yd9yeQFP213ZgRnMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIg
      d2phGpJFtrMmGLHZeAHt5rYLQS00fS4jjBX1yGXJGI4CIQCy1FDvna3gxYSdW6Ml
      d3Heb8r/PHPf4L1cD3dh7LILng==
      -----END CERTIFICATE-----
      """;

  private TestKeys() {}

  public static String pem(Key key) {
    String label = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
    return pem(label, key.getEncoded());
  }

  public static String pem(String label, byte[] content) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(content), label);
  }

  private static RSAKey rsa(int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID("own-rsa").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID("own-" + curve.getName()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
