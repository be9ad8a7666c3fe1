// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import org.mcpauth.devserver.internal.settings.KeyType;

/** The signature algorithms that access tokens can be signed with. */
public enum KeyAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 §3.3); every verifier knows it. */
  RS256(KeyType.RS256),
  /** ECDSA with P-256 and SHA-256 (RFC 7518 §3.4). */
  ES256(KeyType.ES256),
  /** Ed25519 (RFC 8037 §3.1). */
  EdDSA(KeyType.EDDSA);

  private final KeyType keyType;

  KeyAlgorithm(KeyType keyType) {
    this.keyType = keyType;
  }

  KeyType keyType() {
    return keyType;
  }
}
