// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.mcpauth.AccessTokens;

/** An executor service whose tasks see the caller who handed them over. Thread-safe. */
final class CarryingExecutorService extends AbstractExecutorService {

  private final ExecutorService threads;
  private final AccessTokens tokens;

  CarryingExecutorService(ExecutorService threads, AccessTokens tokens) {
    this.threads = threads;
    this.tokens = tokens;
  }

  /** Every other way to hand a task over comes down to this one. */
  @Override
  public void execute(Runnable task) {
    threads.execute(tokens.wrap(task));
  }

  @Override
  public void shutdown() {
    threads.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return threads.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return threads.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return threads.awaitTermination(timeout, unit);
  }
}
