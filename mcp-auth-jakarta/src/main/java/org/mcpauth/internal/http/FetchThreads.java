// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Names the few threads that the HTTP client needs, so that they are found in a thread dump. They
 * are daemons, end when idle, and hold on to no application.
 */
final class FetchThreads implements ThreadFactory {

  private static final int THREADS = 4;
  private static final int IDLE_SECONDS = 30;
  private static final int BACKGROUND_TASKS = 64;

  private final AtomicInteger number = new AtomicInteger();

  private FetchThreads() {}

  static ThreadPoolExecutor pool() {
    // The queue holds what is to be done for the requests under way, and those are bounded.
    return pool(THREADS, new LinkedBlockingQueue<>());
  }

  /** One thread of its own: what waits for an answer must not take the place of who brings it. */
  static ThreadPoolExecutor background() {
    return pool(1, new ArrayBlockingQueue<>(BACKGROUND_TASKS));
  }

  private static ThreadPoolExecutor pool(int threads, BlockingQueue<Runnable> queue) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, queue, new FetchThreads());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public @Nullable Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "org.mcpauth-http-" + number.incrementAndGet());
    thread.setDaemon(true);
    thread.setContextClassLoader(FetchThreads.class.getClassLoader());
    return thread;
  }
}
