// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mcpauth.internal.jose.TokenDigest;

/**
 * Remembers which tokens are not active: a bounded number, for a bounded time (RFC 7662 §4).
 * Thread-safe.
 */
final class InactiveTokens {

  /** Anybody can send tokens that are none, so their number must not grow. */
  static final int MAX_SIZE = 10_000;

  private final Cache<TokenDigest, Instant> until;
  private final Duration ttl;
  private final Clock clock;

  InactiveTokens(Duration ttl, Clock clock) {
    this.ttl = ttl;
    this.clock = clock;
    // On the caller's thread: a library in an application server starts no threads of its own.
    this.until = Caffeine.newBuilder().maximumSize(MAX_SIZE).executor(Runnable::run).build();
  }

  boolean contains(TokenDigest token) {
    Instant end = until.getIfPresent(token);
    if (end == null) {
      return false;
    }
    if (!clock.instant().isBefore(end)) {
      until.invalidate(token);
      return false;
    }
    return true;
  }

  void add(TokenDigest token) {
    if (!ttl.isZero()) {
      until.put(token, clock.instant().plus(ttl));
    }
  }

  long size() {
    until.cleanUp();
    return until.estimatedSize();
  }
}
