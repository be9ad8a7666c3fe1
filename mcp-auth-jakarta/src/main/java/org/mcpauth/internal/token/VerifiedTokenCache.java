// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.jose.TokenMemory;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Remembers verified tokens: a bounded number, for a bounded time, never past their expiry. Belongs
 * to one resource. Tokens that were refused are not remembered. Thread-safe.
 */
final class VerifiedTokenCache {

  private final TokenMemory<AccessToken> tokens;
  private final McpAuthSettings.TokenCache settings;
  private final Clock clock;

  VerifiedTokenCache(McpAuthSettings.TokenCache settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.tokens = new TokenMemory<>(settings.size(), clock);
  }

  Optional<AccessToken> find(TokenDigest digest) {
    return tokens.find(digest);
  }

  /**
   * Remembers a token.
   *
   * @param digest its digest
   * @param token the token
   * @param cacheableFor what its verifier allows; it may be endless, so it is never added up
   */
  void remember(TokenDigest digest, AccessToken token, Duration cacheableFor) {
    boolean shorter = cacheableFor.compareTo(settings.ttl()) < 0;
    Instant ttlEnd = clock.instant().plus(shorter ? cacheableFor : settings.ttl());
    Instant until = ttlEnd.isBefore(token.expiresAt()) ? ttlEnd : token.expiresAt();
    if (settings.size() > 0 && !cacheableFor.isZero()) {
      tokens.put(digest, token, until);
    }
  }
}
