// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.net.URI;

/**
 * Whole header lines that the sample answers with.
 *
 * @param resource its resource identifier
 */
record Challenges(URI resource) {

  URI metadata() {
    return resource.resolve("/.well-known/oauth-protected-resource" + resource.getPath());
  }

  String unauthenticated() {
    return "Bearer scope=\"notes:read\", resource_metadata=\"" + metadata() + "\"";
  }

  String invalidToken(String description) {
    return "Bearer error=\"invalid_token\", scope=\"notes:read\", resource_metadata=\""
        + metadata()
        + "\", error_description=\""
        + description
        + "\"";
  }

  String insufficientScope(String scope) {
    return "Bearer error=\"insufficient_scope\", scope=\""
        + scope
        + "\", resource_metadata=\""
        + metadata()
        + "\", error_description=\"The access token lacks a scope that this operation needs\"";
  }
}
