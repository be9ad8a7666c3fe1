// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Base64;

/** Tells whether the numbers of a public key can be right. */
final class KeyMaterial {

  private KeyMaterial() {}

  /** Tells whether a point is on its curve and an exponent can be one. */
  static boolean isSound(PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      return isOnCurve(ec.getW(), ec.getParams().getCurve());
    }
    if (key instanceof RSAPublicKey rsa) {
      BigInteger exponent = rsa.getPublicExponent();
      // With exponent 1 every message is its own signature; a huge one only costs time.
      return exponent.testBit(0) && exponent.bitLength() > 1 && exponent.bitLength() <= 64;
    }
    return true;
  }

  /**
   * Tells whether {@code x} has the length of an Ed25519 or Ed448 key (RFC 8032 §5.1.5, §5.2.5).
   */
  static boolean isEdwards(String x) {
    int length = Base64.getUrlDecoder().decode(x).length;
    return length == 32 || length == 57;
  }

  private static boolean isOnCurve(ECPoint point, EllipticCurve curve) {
    if (point.equals(ECPoint.POINT_INFINITY) || !(curve.getField() instanceof ECFieldFp field)) {
      return false;
    }
    BigInteger p = field.getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    boolean inField =
        x.signum() >= 0 && x.compareTo(p) < 0 && y.signum() >= 0 && y.compareTo(p) < 0;
    BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB()).mod(p);
    return inField && y.multiply(y).mod(p).equals(right);
  }
}
