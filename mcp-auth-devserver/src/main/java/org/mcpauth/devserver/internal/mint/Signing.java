// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

/** Who signs a token, and how. */
public enum Signing {
  /** The current key of the server: genuine. */
  SERVER_KEY,
  /** A key of the same kind that the server never published. */
  FOREIGN_KEY,
  /** {@code alg: none}, RFC 7518 §3.6. */
  NONE,
  /** HS256 with the PEM text of the server's public key. */
  HMAC_WITH_PUBLIC_PEM,
  /** HS256 with the DER bytes of the server's public key. */
  HMAC_WITH_PUBLIC_DER,
  /** HS256 with the modulus of the server's public key. */
  HMAC_WITH_PUBLIC_MODULUS
}
