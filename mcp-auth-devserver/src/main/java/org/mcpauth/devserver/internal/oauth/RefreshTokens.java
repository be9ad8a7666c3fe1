// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Optional;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;
import org.mcpauth.devserver.internal.store.RandomToken;

/** Refresh tokens with rotation: each is good for one use (OAuth 2.1 §4.3.1). */
final class RefreshTokens {

  private static final int MOST = 5000;

  private record Refresh(Grant grant, boolean used, boolean revoked) {
    Refresh use() {
      return new Refresh(grant, true, revoked);
    }

    Refresh revoke() {
      return new Refresh(grant, used, true);
    }
  }

  private final BoundedStore<Refresh> tokens;
  private final AccessTokens accessTokens;

  RefreshTokens(ServerSettings settings, AccessTokens accessTokens) {
    this.tokens = new BoundedStore<>(MOST, settings.lifetimes().refreshToken(), settings.clock());
    this.accessTokens = accessTokens;
  }

  String issue(Grant grant) {
    String token = RandomToken.next();
    tokens.put(token, new Refresh(grant, false, false));
    return token;
  }

  /** Looks, without using: what is asked for may still be refused. */
  Grant find(String token, String clientId) throws GeneralException {
    return tokens
        .get(token)
        .filter(found -> !found.revoked() && found.grant().clientId().equals(clientId))
        .map(Refresh::grant)
        .orElseThrow(() -> invalidGrant("unknown, expired or revoked refresh token"));
  }

  /** Uses the token up. A second use means that it was stolen: the whole family ends. */
  void use(String token, Grant grant) throws GeneralException {
    boolean usedBefore = tokens.update(token, Refresh::use).map(Refresh::used).orElse(true);
    if (usedBefore) {
      revokeGrant(grant.id());
      throw invalidGrant("the refresh token was used before");
    }
  }

  Optional<String> clientOf(String token) {
    return tokens.get(token).map(found -> found.grant().clientId());
  }

  /** RFC 7009 §2.1: the access tokens of the same grant go with it. */
  void revoke(String token) {
    tokens.get(token).ifPresent(found -> revokeGrant(found.grant().id()));
  }

  void revokeGrant(String grantId) {
    tokens.updateAll(token -> token.grant().id().equals(grantId) ? token.revoke() : token);
    accessTokens.revokeGrant(grantId);
  }

  private static GeneralException invalidGrant(String description) {
    return Messages.refusal(OAuth2Error.INVALID_GRANT, description);
  }
}
