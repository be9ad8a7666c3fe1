// SPDX-License-Identifier: Apache-2.0
/**
 * Proof that the caller has the key that a token is bound to: DPoP (RFC 9449) and mutual TLS (RFC
 * 8705).
 */
@NullMarked
package org.mcpauth.internal.proof;

import org.jspecify.annotations.NullMarked;
