// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;

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
   * Who the caller is, on any thread.
   *
   * @param identity who the caller of the current request is
   * @param requests starts request contexts
   * @return what everybody asks
   */
  @Produces
  @Singleton
  static CurrentCaller currentCaller(
      RequestIdentity identity, Instance<RequestContextController> requests) {
    return new CurrentCaller(identity, requests);
  }

  /**
   * The token of the current caller.
   *
   * @param current who the caller is
   * @return the verified token of whoever is the caller when it is used
   */
  @Produces
  @ApplicationScoped
  @Typed(AccessToken.class)
  AccessToken accessToken(CurrentCaller current) {
    return new CallersAccessToken(current);
  }

  /**
   * What brings callers to other threads.
   *
   * @param current who the caller is
   * @return the same for all callers
   */
  @Produces
  @ApplicationScoped
  AccessTokens accessTokens(CurrentCaller current) {
    return new CarriedAccessTokens(current);
  }
}
