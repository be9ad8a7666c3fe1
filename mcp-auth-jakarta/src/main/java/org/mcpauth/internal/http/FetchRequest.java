// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.net.URI;
import java.util.HashMap;
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
   * This request with one header more.
   *
   * @param name the header's name
   * @param value its value
   * @return another request
   */
  public FetchRequest withHeader(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new FetchRequest(method, uri, more, body);
  }

  /** This request to where an answer sends it: credentials do not go to another origin. */
  FetchRequest redirectedTo(URI target) {
    boolean sameOrigin =
        target.getScheme().equalsIgnoreCase(uri.getScheme())
            && target.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority());
    Map<String, String> kept = new HashMap<>(headers);
    if (!sameOrigin) {
      kept.keySet().removeIf(name -> !name.equalsIgnoreCase("Accept"));
    }
    return new FetchRequest(method, target, kept, body);
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
