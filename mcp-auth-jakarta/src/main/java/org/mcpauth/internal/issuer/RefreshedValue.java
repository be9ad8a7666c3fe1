// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Something that an authorization server publishes, kept fresh: fetched when first needed, ahead of
 * its end in the background, by one thread at a time, and not again within the cool-down after a
 * failure; the old one is good for a while when it cannot be fetched. Thread-safe.
 *
 * @param <T> what it is; immutable
 */
final class RefreshedValue<T> {

  /**
   * How many threads may wait for a fetch. Tokens that nobody has verified can cause one, so an
   * issuer that is slow must not be a way to hold every thread of the server.
   */
  private static final int MAX_WAITING = 16;

  /** Fetches the value. */
  @FunctionalInterface
  interface Source<T> {

    /**
     * Fetches.
     *
     * @param old what was fetched before, if anything
     * @return the value, and for how long it is good
     */
    Fresh<T> fetch(Optional<T> old);
  }

  /** A value and for how long it is good. */
  record Fresh<T>(T value, Duration lifetime) {}

  /** What is known: immutable, replaced as a whole. */
  private record State<T>(
      @Nullable T value, Instant until, Instant ahead, Instant failed, Instant forced) {

    Optional<T> known() {
      return Optional.ofNullable(value);
    }
  }

  private final String what;
  private final Source<T> source;
  private final McpAuthSettings.Fetch settings;
  private final Clock clock;
  private final Executor background;
  private final ReentrantLock fetching = new ReentrantLock();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile State<T> state =
      new State<>(null, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

  RefreshedValue(
      String what,
      Source<T> source,
      McpAuthSettings.Fetch settings,
      Clock clock,
      Executor background) {
    this.what = what;
    this.source = source;
    this.settings = settings;
    this.clock = clock;
    this.background = background;
  }

  /** Fetches now what is not known; whatever goes wrong is thrown. */
  void prepare() {
    State<T> current = state;
    if (known().isEmpty()) {
      refresh(current, current.forced());
    }
  }

  /** What is known and usable, without asking anybody. */
  Optional<T> known() {
    State<T> current = state;
    return isUsable(current, clock.instant()) ? current.known() : Optional.empty();
  }

  /** Has it fetched in the background if it is not known or will not be for long. */
  void keepFresh() {
    keepFresh(state, clock.instant());
  }

  private void keepFresh(State<T> current, Instant now) {
    if (!now.isBefore(current.ahead()) && !isCoolingDown(current, now)) {
      refreshAhead(current);
    }
  }

  /** What is known, fetched if need be. */
  T get() {
    Instant now = clock.instant();
    State<T> current = state;
    if (!now.isBefore(current.until())) {
      // While another thread fetches, the old value will do.
      boolean enough = isUsable(current, now) && fetching.isLocked();
      return enough ? value(current, now) : renewed(current, now, current.forced());
    }
    keepFresh(current, now);
    return value(current, now);
  }

  /**
   * Fetches although the value is good, because it lacks something; not more often than the
   * cool-down allows. Threads that come meanwhile wait for the outcome.
   *
   * @param seen the value that lacks it; if another has been fetched meanwhile, that is returned
   */
  T renewed(T seen) {
    State<T> current = state;
    Instant now = clock.instant();
    boolean again =
        seen.equals(current.value())
            && !now.isBefore(current.forced().plus(settings.jwksCoolDown()));
    return again ? renewed(current, now, now) : value(current, now);
  }

  private boolean isUsable(State<T> current, Instant now) {
    return current.value() != null
        && now.isBefore(current.until().plus(settings.jwksStaleIfError()));
  }

  private boolean isCoolingDown(State<T> current, Instant now) {
    return now.isBefore(current.failed().plus(settings.jwksCoolDown()));
  }

  private T value(State<T> current, Instant now) {
    T value = current.value();
    if (value == null || !isUsable(current, now)) {
      throw new AuthorizationServerUnavailableException(what + " are not known");
    }
    return value;
  }

  private void refreshAhead(State<T> current) {
    if (!scheduled.compareAndSet(false, true)) {
      return;
    }
    try {
      background.execute(
          () -> {
            try {
              attempt(current, current.forced());
            } finally {
              scheduled.set(false);
            }
          });
    } catch (RejectedExecutionException e) {
      // Then a request fetches when the time is over.
      scheduled.set(false);
    }
  }

  /** Fetches again unless it just failed, and makes do with the old value while it is usable. */
  private T renewed(State<T> current, Instant now, Instant forced) {
    if (!isCoolingDown(current, now)) {
      attempt(current, forced);
    }
    return value(state, now);
  }

  private void attempt(State<T> current, Instant forced) {
    try {
      refresh(current, forced);
    } catch (AuthorizationServerUnavailableException | ConfigurationException e) {
      // A configuration fault is a failure too: the issuer may have been out of reach at the start.
      Messages.warn(Message.KEYS_UNAVAILABLE, what, String.valueOf(e.getMessage()));
    }
  }

  /** Does nothing if another thread was faster; then its result, or its failure, is the state. */
  private void refresh(State<T> current, Instant forced) {
    awaitTurn();
    try {
      if (!state.equals(current)) {
        return;
      }
      boolean done = false;
      try {
        Instant now = clock.instant();
        Fresh<T> fresh = source.fetch(current.known());
        state = fresh(fresh, now, forced);
        done = true;
      } finally {
        if (!done) {
          // Whatever was thrown; the cool-down begins when the attempt ended, which may be late.
          state =
              new State<>(
                  current.value(), current.until(), current.ahead(), clock.instant(), forced);
        }
      }
    } finally {
      fetching.unlock();
    }
  }

  private State<T> fresh(Fresh<T> fresh, Instant now, Instant forced) {
    Duration half = fresh.lifetime().dividedBy(2);
    Duration ahead = settings.jwksRefreshAhead();
    Instant until = now.plus(fresh.lifetime());
    return new State<>(
        fresh.value(),
        until,
        until.minus(ahead.compareTo(half) < 0 ? ahead : half),
        Instant.EPOCH,
        forced);
  }

  private void awaitTurn() {
    Duration patience = settings.connectTimeout().plus(settings.readTimeout());
    try {
      if (fetching.getQueueLength() < MAX_WAITING
          && fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AuthorizationServerUnavailableException(
        what + " are being fetched, and that takes long");
  }
}
