// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers something about tokens: a bounded number, each until an instant, by their digests.
 * Thread-safe.
 *
 * @param <V> what is remembered about a token
 */
public final class TokenMemory<V> {

  /** Entries are checked against the clock on every hit, so Caffeine need not know about time. */
  private record Entry<V>(V value, Instant until) {}

  private final Cache<TokenDigest, Entry<V>> entries;
  private final Clock clock;

  /**
   * Makes an empty memory.
   *
   * @param size how many tokens at most
   * @param clock tells the time
   */
  public TokenMemory(int size, Clock clock) {
    this.clock = clock;
    // On the caller's thread: a library in an application server starts no threads of its own.
    this.entries = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
  }

  /**
   * Looks a token up.
   *
   * @param token its digest
   * @return what is remembered; empty if there is nothing, or its time is over
   */
  public Optional<V> find(TokenDigest token) {
    Entry<V> entry = entries.getIfPresent(token);
    if (entry == null) {
      return Optional.empty();
    }
    if (!clock.instant().isBefore(entry.until())) {
      entries.invalidate(token);
      return Optional.empty();
    }
    return Optional.of(entry.value());
  }

  /**
   * Remembers.
   *
   * @param token the digest of the token
   * @param value what to remember
   * @param until from when on it is forgotten
   */
  public void put(TokenDigest token, V value, Instant until) {
    entries.put(token, new Entry<>(value, until));
  }

  /**
   * How much is remembered, whether its time is over or not.
   *
   * @return a number of tokens
   */
  public long size() {
    entries.cleanUp();
    return entries.estimatedSize();
  }
}
