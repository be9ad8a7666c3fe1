// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What has been started and must be stopped, last first. It may be closed at any time by another
 * thread: whatever is being started then is stopped as well.
 */
final class RunningSample implements AutoCloseable {

  private final Deque<Runnable> stops = new ArrayDeque<>();
  private boolean closed;

  /** Starts something, unless it is too late for that. */
  synchronized <T> T start(Supplier<T> start, Consumer<T> stop) {
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

  @Override
  public void close() {
    Deque<Runnable> toRun;
    synchronized (this) {
      closed = true;
      toRun = new ArrayDeque<>(stops);
      stops.clear();
    }
    toRun.forEach(Runnable::run);
  }
}
