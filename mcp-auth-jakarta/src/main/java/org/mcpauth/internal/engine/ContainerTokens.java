// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Optional;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.TokenVerifier;

/** The MicroProfile JWT of the server that the application runs on. */
@FunctionalInterface
public interface ContainerTokens {

  /**
   * What the server verifies tokens with.
   *
   * @param issuer whose tokens
   * @return a verifier that knows the tokens of that issuer and no others; empty if the server has
   *     no MicroProfile JWT
   */
  Optional<TokenVerifier> verifierFor(IssuerSettings issuer);
}
