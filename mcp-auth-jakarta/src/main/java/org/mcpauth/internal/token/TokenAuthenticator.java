// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/** The door: the text of a token goes in, a verified {@link AccessToken} comes out. Thread-safe. */
public final class TokenAuthenticator {

  private final List<TokenVerifier> verifiers;
  private final ClaimsValidator validator;
  private final VerifiedTokenCache cache;
  private final int maxSize;

  /**
   * Makes the door.
   *
   * @param settings how much is remembered and looked at
   * @param resource what is accepted
   * @param verifiers who verifies tokens, in the order in which they are asked
   * @param clock tells the time
   */
  public TokenAuthenticator(
      McpAuthSettings settings,
      ResourceSettings resource,
      List<? extends TokenVerifier> verifiers,
      Clock clock) {
    this.verifiers = List.copyOf(verifiers);
    this.validator = new ClaimsValidator(resource, clock);
    this.cache = new VerifiedTokenCache(settings.tokenCache(), clock);
    this.maxSize = settings.limits().tokenSize();
  }

  /**
   * Verifies a token.
   *
   * @param token the text of the token, as the client sent it
   * @return the verified token
   * @throws InvalidTokenException if it is not valid for this resource
   * @throws AuthorizationServerUnavailableException if that cannot be found out at the moment
   */
  public AccessToken authenticate(String token) {
    if (token.length() > maxSize) {
      throw new InvalidTokenException("The access token is longer than " + maxSize + " characters");
    }
    TokenDigest digest = TokenDigest.of(token);
    Optional<AccessToken> known = cache.find(digest);
    return known.isPresent() ? known.get() : verifyFirstSight(token, digest);
  }

  private AccessToken verifyFirstSight(String token, TokenDigest digest) {
    for (TokenVerifier verifier : verifiers) {
      Optional<VerifiedClaims> claims = verifier.verify(token);
      if (claims.isPresent()) {
        AccessToken verified = validator.validate(claims.get().values());
        cache.remember(digest, verified, claims.get().cacheableFor());
        return verified;
      }
    }
    throw new InvalidTokenException("The access token is of no kind that is known here");
  }
}
