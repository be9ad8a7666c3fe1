// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

/** Why a token was refused although it is valid, as RFC 9449 §7.1 and §9 call it. All are 401. */
public enum ProofError {
  /** The token is bound to another key, or in a way that is not accepted here. */
  INVALID_TOKEN,
  /** The DPoP proof is missing, malformed or not for this request. */
  INVALID_DPOP_PROOF,
  /** The DPoP proof has no nonce of this server, or one that is too old. */
  USE_DPOP_NONCE
}
