// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.Optional;
import java.util.Set;

/**
 * Who a verified token is about.
 *
 * @param subject the subject
 * @param scopes what the token grants by its letter
 * @param key the thumbprint of the key that the token is bound to, if it is bound
 */
public record Caller(String subject, Set<String> scopes, Optional<String> key) {

  /** Of a token that is not bound. */
  public Caller(String subject, Set<String> scopes) {
    this(subject, scopes, Optional.empty());
  }

  public boolean isBound() {
    return key.isPresent();
  }
}
