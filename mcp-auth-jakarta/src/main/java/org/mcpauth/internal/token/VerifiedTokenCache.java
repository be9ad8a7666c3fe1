// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Remembers verified tokens: a bounded number, for a bounded time, never past their expiry. Belongs
 * to one resource. Tokens that were refused are not remembered. Thread-safe.
 */
final class VerifiedTokenCache {

  /** Entries are checked against the clock on every hit, so Caffeine need not know about time. */
  private record Entry(AccessToken token, Instant until) {}

  private final Cache<TokenDigest, Entry> entries;
  private final McpAuthSettings.TokenCache settings;
  private final Clock clock;

  VerifiedTokenCache(McpAuthSettings.TokenCache settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    // On the caller's thread: a library in an application server starts no threads of its own.
    this.entries =
        Caffeine.newBuilder().maximumSize(settings.size()).executor(Runnable::run).build();
  }

  Optional<AccessToken> find(TokenDigest digest) {
    Entry entry = entries.getIfPresent(digest);
    if (entry == null) {
      return Optional.empty();
    }
    if (!clock.instant().isBefore(entry.until())) {
      entries.invalidate(digest);
      return Optional.empty();
    }
    return Optional.of(entry.token());
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
      entries.put(digest, new Entry(token, until));
    }
  }
}
