// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import org.mcpauth.internal.jose.Jose;

/** The keys with which the authorization server signs its answers (RFC 9701 §5). Thread-safe. */
@FunctionalInterface
public interface ResponseKeys {

  /**
   * Tells whether one of the keys was used.
   *
   * @param answer the answer, not verified yet
   * @return true if the signature is valid
   * @throws org.mcpauth.AuthorizationServerUnavailableException if the keys cannot be had
   */
  boolean haveSigned(Jose.UnverifiedJwt answer);
}
