// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import java.util.List;
import org.mcpauth.devserver.internal.store.RandomToken;

/**
 * What a resource owner, or a client for itself, was granted. All tokens that descend from it carry
 * its id, so that they can be revoked together.
 */
record Grant(
    String id, String clientId, String subject, List<String> scopes, List<String> resources) {

  Grant {
    scopes = List.copyOf(scopes);
    resources = List.copyOf(resources);
  }

  static Grant of(String clientId, String subject, List<String> scopes, List<String> resources) {
    return new Grant(RandomToken.next(), clientId, subject, scopes, resources);
  }

  /** The same grant, narrowed for one access token. */
  Grant narrowedTo(List<String> fewerScopes, List<String> fewerResources) {
    return new Grant(id, clientId, subject, fewerScopes, fewerResources);
  }
}
