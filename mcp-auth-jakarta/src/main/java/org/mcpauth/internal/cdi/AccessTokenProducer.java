// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;

/**
 * Makes {@code @Inject AccessToken} work. Only that type: {@code JsonWebToken} and {@code
 * Principal} are the container's to inject.
 */
@ApplicationScoped
public class AccessTokenProducer {

  /**
   * The token of the current request.
   *
   * @param identity who the caller is
   * @return the verified token
   * @throws InvalidTokenException if the caller has none
   */
  @Produces
  @RequestScoped
  @Typed(AccessToken.class)
  AccessToken accessToken(RequestIdentity identity) {
    return identity
        .token()
        .orElseThrow(() -> new InvalidTokenException("There is no verified access token"));
  }
}
