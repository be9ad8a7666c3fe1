// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import org.mcpauth.AccessToken;
import org.mcpauth.internal.settings.Secret;

/**
 * On whose behalf a token is asked for.
 *
 * @param verified the caller's token
 * @param presented its text
 */
record Subject(AccessToken verified, Secret presented) {

  /** Claims are personal. */
  @Override
  public String toString() {
    return "Subject[hidden]";
  }
}
