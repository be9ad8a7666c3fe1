// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.Optional;
import java.util.Set;

/**
 * Who a verified token is about.
 *
 * @param subject the subject
 * @param scopes what the token grants by its letter
 * @param key the thumbprint of the key that the token is bound to, if it is bound to one
 * @param certificate the same of a client certificate
 */
public record Caller(
    String subject, Set<String> scopes, Optional<String> key, Optional<String> certificate) {

  /** Of a token that is not bound. */
  public Caller(String subject, Set<String> scopes) {
    this(subject, scopes, Optional.empty(), Optional.empty());
  }

  public boolean isBound() {
    return key.isPresent();
  }
}
