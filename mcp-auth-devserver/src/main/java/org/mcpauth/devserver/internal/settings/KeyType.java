// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.settings;

/** The kinds of signing key that this server can generate. */
public enum KeyType {
  /** RSA 2048, {@code RS256}. */
  RS256,
  /** P-256, {@code ES256}. */
  ES256,
  /** Ed25519, {@code EdDSA}. */
  EDDSA
}
