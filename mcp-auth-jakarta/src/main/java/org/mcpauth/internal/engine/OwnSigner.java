// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import org.mcpauth.internal.jose.JwtSigner;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.Secret;

/** Makes signers of keys that are configured; one that cannot sign stops the deployment. */
final class OwnSigner {

  private OwnSigner() {}

  /**
   * Makes a signer.
   *
   * @param name the configuration key
   * @param key its value
   * @param owner the resource or the issuer that it is configured for
   * @throws ConfigurationException if nothing can be signed with it
   */
  static JwtSigner of(String name, Secret key, Object owner) {
    try {
      return JwtSigner.of(key);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          Message.SIGNING_KEY_INVALID.with(name, owner, String.valueOf(e.getMessage())));
    }
  }
}
