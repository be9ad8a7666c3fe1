// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import org.mcpauth.AccessToken;
import org.mcpauth.internal.settings.Secret;

/**
 * The caller of a request that goes on.
 *
 * @param token the verified token
 * @param presented the token's text, for the authorization server that issued it and for nobody
 *     else (MCP, Access Token Privilege Restriction)
 */
public record Caller(AccessToken token, Secret presented) {

  /**
   * Hides who the caller is.
   *
   * @return a fixed text
   */
  @Override
  public String toString() {
    return "Caller[hidden]";
  }
}
