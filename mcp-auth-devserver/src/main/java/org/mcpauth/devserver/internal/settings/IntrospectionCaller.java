// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.settings;

/**
 * A protected resource that introspects with an access token instead of client credentials.
 *
 * @param bearerToken the access token (RFC 7662 §2.1)
 * @param resource who it is: {@code aud} of signed answers
 */
public record IntrospectionCaller(String bearerToken, String resource) {

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "IntrospectionCaller[" + resource + "]";
  }
}
