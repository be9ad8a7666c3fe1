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
import org.mcpauth.UserInfo;
import org.mcpauth.internal.introspection.UserInfoSource;

/**
 * Makes the identity of a request, and what can be injected about the caller. Of the token only
 * {@code AccessToken}: {@code JsonWebToken} and {@code Principal} are the container's to inject.
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

  /**
   * What the issuer says about the user of the current caller.
   *
   * @param current who the caller is
   * @param source asks the issuer
   * @return the claims of whoever is the user when it is used
   */
  @Produces
  @ApplicationScoped
  UserInfo userInfo(CurrentCaller current, UserInfoSource source) {
    return new CallersUserInfo(current, source);
  }
}
