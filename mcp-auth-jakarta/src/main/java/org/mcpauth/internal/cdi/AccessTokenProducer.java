// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;

/**
 * Makes the identity of a request, and {@code @Inject AccessToken} work. Only that type: {@code
 * JsonWebToken} and {@code Principal} are the container's to inject.
 */
@ApplicationScoped
public class AccessTokenProducer {

  /** Static, so that no other bean has to be there for it. */
  @Produces
  @RequestScoped
  static RequestIdentity requestIdentity() {
    return new RequestIdentity();
  }

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
