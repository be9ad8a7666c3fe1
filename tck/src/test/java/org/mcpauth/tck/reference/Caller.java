// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who a verified token is about.
 *
 * @param subject the subject
 * @param scopes what the token grants by its letter
 * @param key the thumbprint of the key that the token is bound to, if it is bound to one
 * @param certificate the same of a client certificate
 * @param claims what else the token says
 */
public record Caller(
    String subject,
    Set<String> scopes,
    Optional<String> key,
    Optional<String> certificate,
    Map<String, Object> claims) {

  /** Of a token that is not bound. */
  public Caller(String subject, Set<String> scopes) {
    this(subject, scopes, Optional.empty(), Optional.empty(), Map.of());
  }

  /** The same token, read differently. */
  public Caller with(String otherSubject, Set<String> otherScopes) {
    return new Caller(otherSubject, otherScopes, key, certificate, claims);
  }

  public boolean isBound() {
    return key.isPresent();
  }
}
