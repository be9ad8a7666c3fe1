// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.net.URI;
import java.util.Map;

/**
 * A request to an authorization server.
 *
 * @param method {@code GET} or {@code POST}
 * @param uri where
 * @param headers headers, one value each; may hold credentials
 * @param body the body; empty for none
 */
public record FetchRequest(String method, URI uri, Map<String, String> headers, String body) {

  /** Copies the headers. */
  public FetchRequest {
    headers = Map.copyOf(headers);
  }

  /**
   * A request for a JSON document.
   *
   * @param uri where
   * @return the request
   */
  public static FetchRequest get(URI uri) {
    return new FetchRequest("GET", uri, Map.of("Accept", "application/json"), "");
  }

  /**
   * Hides what may be secret.
   *
   * @return method and URL
   */
  @Override
  public String toString() {
    return method + " " + uri;
  }
}
