// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.certificates;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** A certificate of RFC 5280 §4.1 with an EC key that signs itself, for TLS clients. */
public final class SelfSigned {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** ecdsa-with-SHA256, RFC 5758 §3.2. */
  private static final byte[] ALGORITHM = Der.sequence(Der.objectIdentifier("2a8648ce3d040302"));

  /** id-at-commonName, RFC 5280 appendix A.1. */
  private static final byte[] COMMON_NAME = Der.objectIdentifier("550403");

  /** id-ce-extKeyUsage with id-kp-clientAuth, RFC 5280 §4.2.1.12. */
  private static final byte[] FOR_CLIENTS =
      Der.sequence(
          Der.objectIdentifier("551d25"),
          Der.octetString(Der.sequence(Der.objectIdentifier("2b06010505070302"))));

  private SelfSigned() {}

  /**
   * Writes and signs a certificate.
   *
   * @param keys an EC key pair on P-256
   * @param commonName subject and issuer, at most 64 characters (RFC 5280 appendix A.1)
   * @param from when it begins to be valid
   * @param until when it ends to be valid
   * @return the certificate, as the JDK reads it
   */
  public static X509Certificate certificate(
      KeyPair keys, String commonName, Instant from, Instant until) {
    byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8String(commonName))));
    byte[] toBeSigned =
        Der.sequence(
            Der.explicit(0, Der.integer(BigInteger.TWO)),
            Der.integer(new BigInteger(64, RANDOM).add(BigInteger.ONE)),
            ALGORITHM,
            name,
            Der.sequence(Der.time(from), Der.time(until)),
            name,
            keys.getPublic().getEncoded(),
            Der.explicit(3, Der.sequence(FOR_CLIENTS)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(toBeSigned);
      byte[] der = Der.sequence(toBeSigned, ALGORITHM, Der.bitString(signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }
}
