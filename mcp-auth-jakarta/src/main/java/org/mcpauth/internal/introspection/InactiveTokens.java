// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.time.Clock;
import java.time.Duration;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.jose.TokenMemory;

/**
 * Remembers which tokens are not active: a bounded number, for a bounded time (RFC 7662 §4).
 * Thread-safe.
 */
final class InactiveTokens {

  /** Anybody can send tokens that are none, so their number must not grow. */
  static final int MAX_SIZE = 10_000;

  private final TokenMemory<Boolean> inactive;
  private final Duration ttl;
  private final Clock clock;

  InactiveTokens(Duration ttl, Clock clock) {
    this.ttl = ttl;
    this.clock = clock;
    this.inactive = new TokenMemory<>(MAX_SIZE, clock);
  }

  boolean contains(TokenDigest token) {
    return inactive.find(token).isPresent();
  }

  void add(TokenDigest token) {
    if (!ttl.isZero()) {
      inactive.put(token, true, clock.instant().plus(ttl));
    }
  }

  long size() {
    return inactive.size();
  }
}
