// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Key pairs of the JDK, as applications have them. */
final class TestKeys {

  private TestKeys() {}

  static KeyPair rsa() {
    return generate("RSA", "");
  }

  static KeyPair ec() {
    return generate("EC", "secp256r1");
  }

  static KeyPair ed25519() {
    return generate("Ed25519", "");
  }

  static KeyPair generate(String algorithm, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (!curve.isEmpty()) {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
