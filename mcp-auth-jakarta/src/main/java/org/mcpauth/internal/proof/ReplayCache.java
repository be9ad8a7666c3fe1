// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;

/**
 * Remembers the proofs that were used (RFC 9449 §11.1), a bounded number of them. When it is full
 * it takes no more, and forgets none that is still valid: who forgets a proof accepts it again.
 * Belongs to one process: several nodes accept a proof once each. Thread-safe.
 */
final class ReplayCache {

  /** What became of a proof. */
  enum Outcome {
    /** It was not used before, and is remembered now. */
    FIRST_USE,
    /** It was used before. */
    REPLAYED,
    /** It is not valid any more, so that it may have been forgotten already. */
    ENDED,
    /** That cannot be found out. */
    FULL
  }

  private record Entry(String key, Instant validUntil) {}

  private final int capacity;
  private final Clock clock;
  private final Set<String> keys = new HashSet<>();
  private final Queue<Entry> byEnd = new PriorityQueue<>(Comparator.comparing(Entry::validUntil));
  private boolean warned;

  ReplayCache(int capacity, Clock clock) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a cache without room would refuse every proof");
    }
    this.capacity = capacity;
    this.clock = clock;
  }

  /**
   * Uses a proof.
   *
   * @param key what tells it from other proofs, of fixed length
   * @param validUntil the last instant at which it would be accepted
   */
  synchronized Outcome use(String key, Instant validUntil) {
    Instant now = clock.instant();
    forgetEnded(now);
    if (validUntil.isBefore(now)) {
      return Outcome.ENDED;
    }
    if (keys.contains(key)) {
      return Outcome.REPLAYED;
    }
    if (keys.size() >= capacity) {
      warnOnce();
      return Outcome.FULL;
    }
    warned = false;
    keys.add(key);
    byEnd.add(new Entry(key, validUntil));
    return Outcome.FIRST_USE;
  }

  private void forgetEnded(Instant now) {
    for (Entry first = byEnd.peek();
        first != null && first.validUntil().isBefore(now);
        first = byEnd.peek()) {
      byEnd.remove();
      keys.remove(first.key());
    }
  }

  /** Once, until there was room again: whoever fills the cache need not fill the log too. */
  private void warnOnce() {
    if (!warned) {
      warned = true;
      Messages.warn(Message.REPLAY_CACHE_FULL, capacity);
    }
  }
}
