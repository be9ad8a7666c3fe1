// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mcpauth.devserver.internal.store.RandomToken;

/**
 * What a resource owner, or a client for itself, was granted. All tokens that descend from it carry
 * its id, so that they can be revoked together.
 */
record Grant(
    String id,
    String clientId,
    String subject,
    List<String> scopes,
    List<String> resources,
    Optional<String> dpopKey,
    Optional<Delegation> delegation) {

  Grant {
    scopes = List.copyOf(scopes);
    resources = List.copyOf(resources);
  }

  static Grant of(String clientId, String subject, List<String> scopes, List<String> resources) {
    return new Grant(
        RandomToken.next(),
        clientId,
        subject,
        scopes,
        resources,
        Optional.empty(),
        Optional.empty());
  }

  /** The same grant, narrowed for one access token. */
  Grant narrowedTo(List<String> fewerScopes, List<String> fewerResources) {
    return new Grant(id, clientId, subject, fewerScopes, fewerResources, dpopKey, delegation);
  }

  /** The same grant for whoever has a key, named by its thumbprint (RFC 9449 §5). */
  Grant boundTo(Optional<String> key) {
    return new Grant(id, clientId, subject, scopes, resources, key, delegation);
  }

  /** Until when a token for it is valid: what was exchanged does not outlive its origin. */
  Instant end(Instant usual) {
    return delegation.map(Delegation::end).filter(end -> end.isBefore(usual)).orElse(usual);
  }

  /** The same grant for whoever acts for the subject (RFC 8693). */
  Grant delegated(Delegation to) {
    return new Grant(id, clientId, subject, scopes, resources, dpopKey, Optional.of(to));
  }
}
