// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The token endpoint of a realm (RFC 6749 §3.2). */
final class TokenEndpoint {

  private final URI endpoint;
  private final Setup.Secrets secrets;

  TokenEndpoint(URI endpoint, Setup.Secrets secrets) {
    this.endpoint = endpoint;
    this.secrets = secrets;
  }

  /** An access token of Alice's, from one of the clients that only tests have. */
  String alice(String client, String scope) {
    return accessToken(password(client, Map.of("scope", scope)));
  }

  /** RFC 6749 §4.3: for tests only, it gives the client Alice's password. */
  Answer password(String client, Map<String, String> more) {
    Map<String, String> form = new TreeMap<>(more);
    form.put("grant_type", "password");
    form.put("client_id", client);
    form.put("username", "alice");
    form.put("password", secrets.alicePassword());
    return Http.postForm(endpoint, form);
  }

  /** RFC 6749 §4.4, by the confidential client of the guide. */
  Answer clientCredentials(Map<String, String> more) {
    Map<String, String> form = new TreeMap<>(more);
    form.put("grant_type", "client_credentials");
    form.put("client_id", "mcp-service");
    form.put("client_secret", secrets.serviceSecret());
    return Http.postForm(endpoint, form);
  }

  static String accessToken(Answer answer) {
    return answer.requireStatus(200).json().getString("access_token");
  }
}
