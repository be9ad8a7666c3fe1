// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What has been started and must be stopped, last first, by the launcher and by tests alike. It may
 * be closed at any time by another thread: whatever is being started then is stopped as well.
 */
public final class RunningSample implements AutoCloseable {

  private final Deque<Runnable> stops = new ArrayDeque<>();
  private boolean closed;

  /** Nothing has been started yet. */
  public RunningSample() {}

  /**
   * Starts something, unless it is too late for that.
   *
   * @param <T> what is started
   * @param start starts it
   * @param stop stops it
   * @return what was started
   * @throws LaunchException if this is closed
   */
  public synchronized <T> T start(Supplier<T> start, Consumer<T> stop) {
    if (closed) {
      throw new LaunchException("The launcher was stopped.");
    }
    T started = start.get();
    stops.push(() -> stop.accept(started));
    return started;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /**
   * Stops everything, whatever cannot be stopped; nothing if that was done before.
   *
   * @throws LaunchException if something cannot be stopped; why is suppressed in it
   */
  @Override
  public void close() {
    Deque<Runnable> toRun;
    synchronized (this) {
      closed = true;
      toRun = new ArrayDeque<>(stops);
      stops.clear();
    }
    List<RuntimeException> failures = new ArrayList<>();
    for (Runnable stop : toRun) {
      try {
        stop.run();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      LaunchException all =
          new LaunchException(failures.size() + " of " + toRun.size() + " could not be stopped.");
      failures.forEach(all::addSuppressed);
      throw all;
    }
  }
}
