// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.options;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;

/**
 * A token to ask for with client credentials (RFC 6749 §4.4), to see for whom it is. The token is
 * read and thrown away; nobody gets to see it, nor the secret.
 *
 * @param clientId the {@code client_id}
 * @param clientSecret the secret; never shown
 * @param resource the resource that the token is for (RFC 8707 §2): the URL of the MCP server
 * @param scopes the scopes to ask for, maybe none
 */
public record TokenRequest(
    String clientId, String clientSecret, String resource, List<String> scopes) {

  /**
   * Checks the resource.
   *
   * @param clientId the {@code client_id}
   * @param clientSecret the secret
   * @param resource the resource
   * @param scopes the scopes
   * @throws IllegalArgumentException if the resource is no absolute URI without fragment, or id or
   *     secret are empty
   */
  public TokenRequest {
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(clientSecret, "clientSecret");
    scopes = List.copyOf(scopes);
    if (clientId.isEmpty() || clientSecret.isEmpty()) {
      throw new IllegalArgumentException("client id and client secret must not be empty");
    }
    if (!isResource(resource)) {
      throw new IllegalArgumentException(
          "the resource must be an absolute URI without fragment, such as"
              + " https://mcp.example.com/mcp");
    }
  }

  private static boolean isResource(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "TokenRequest[clientId=%s, resource=%s, scopes=%s]"
        .formatted(clientId, resource, scopes);
  }
}
