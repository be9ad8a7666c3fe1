// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

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
    Optional<String> dpopKey) {

  Grant {
    scopes = List.copyOf(scopes);
    resources = List.copyOf(resources);
  }

  static Grant of(String clientId, String subject, List<String> scopes, List<String> resources) {
    return new Grant(RandomToken.next(), clientId, subject, scopes, resources, Optional.empty());
  }

  /** The same grant, narrowed for one access token. */
  Grant narrowedTo(List<String> fewerScopes, List<String> fewerResources) {
    return new Grant(id, clientId, subject, fewerScopes, fewerResources, dpopKey);
  }

  /** The same grant for whoever has a key, named by its thumbprint (RFC 9449 §5). */
  Grant boundTo(Optional<String> key) {
    return new Grant(id, clientId, subject, scopes, resources, key);
  }
}
