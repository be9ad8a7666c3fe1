// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A map with a cap and an expiry: the oldest entry makes room, an expired one is as good as absent.
 *
 * @param <V> what is kept
 */
public final class BoundedStore<V> {

  private record Entry<V>(V value, Instant expiresAt) {}

  private final Map<String, Entry<V>> entries = new LinkedHashMap<>();
  private final int capacity;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * An empty store.
   *
   * @param capacity how many entries at most
   * @param lifetime how long an entry lives
   * @param clock what time it is
   */
  public BoundedStore(int capacity, Duration lifetime, Clock clock) {
    this.capacity = capacity;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /**
   * Keeps a value; evicts the oldest if there is no room.
   *
   * @param key its key
   * @param value the value
   */
  public synchronized void put(String key, V value) {
    entries.remove(key);
    evict();
    entries.put(key, new Entry<>(value, clock.instant().plus(lifetime)));
  }

  /**
   * Looks a value up.
   *
   * @param key its key
   * @return the value, unless absent or expired
   */
  public synchronized Optional<V> get(String key) {
    return Optional.ofNullable(entries.get(key)).filter(this::isAlive).map(Entry::value);
  }

  /**
   * Takes a value out, so that only one caller gets it.
   *
   * @param key its key
   * @return the value, unless absent or expired
   */
  public synchronized Optional<V> remove(String key) {
    return Optional.ofNullable(entries.remove(key)).filter(this::isAlive).map(Entry::value);
  }

  /**
   * Replaces a value in one step; its expiry stays.
   *
   * @param key its key
   * @param change what to do with the value
   * @return the value as it was before, unless absent or expired
   */
  public synchronized Optional<V> update(String key, UnaryOperator<V> change) {
    Optional<Entry<V>> found = Optional.ofNullable(entries.get(key)).filter(this::isAlive);
    found.ifPresent(e -> entries.put(key, new Entry<>(change.apply(e.value()), e.expiresAt())));
    return found.map(Entry::value);
  }

  /**
   * Replaces every value.
   *
   * @param change what to do with each
   */
  public synchronized void updateAll(UnaryOperator<V> change) {
    entries.replaceAll((key, e) -> new Entry<>(change.apply(e.value()), e.expiresAt()));
  }

  /**
   * How many entries there are, expired ones included.
   *
   * @return the number, at most the capacity
   */
  public synchronized int size() {
    return entries.size();
  }

  private boolean isAlive(Entry<V> entry) {
    return clock.instant().isBefore(entry.expiresAt());
  }

  /** One lifetime for all: the oldest entries are also the first to expire. */
  private void evict() {
    Iterator<Entry<V>> oldestFirst = entries.values().iterator();
    while (oldestFirst.hasNext()) {
      Entry<V> oldest = oldestFirst.next();
      if (entries.size() < capacity && isAlive(oldest)) {
        return;
      }
      oldestFirst.remove();
    }
  }
}
