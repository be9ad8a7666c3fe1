// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Takes the caller along to other threads: those of pools, virtual ones, any. A thread that does
 * not serve a request has no caller, so that work which is handed to it is refused by annotated
 * methods and sees no {@link AccessToken}; work that was wrapped here sees the caller for whom it
 * was wrapped, and no other one.
 *
 * <pre>{@code
 * @Inject AccessTokens tokens;
 *
 * Future<String> report = pool.submit(tokens.wrap(() -> reports.make()));
 * }</pre>
 *
 * <p>Wrapping works without a caller too: the work then has none, whoever the thread is serving.
 * What wrapped work sees is described at {@link CapturedCaller#run}.
 *
 * <p>Inject this interface; applications do not implement it. Thread-safe.
 */
public interface AccessTokens {

  /**
   * The token of the current caller.
   *
   * @return the token itself, no proxy: it may be handed to other threads; empty if there is no
   *     caller, or no request
   */
  Optional<AccessToken> current();

  /**
   * Remembers who the caller is now.
   *
   * @return the caller, or that there is none
   */
  CapturedCaller capture();

  /**
   * Makes a task see the caller of now.
   *
   * @param task any task
   * @return a task that runs it as that caller, any number of times
   */
  Runnable wrap(Runnable task);

  /**
   * Makes a task see the caller of now.
   *
   * @param <T> the type of its result
   * @param task any task
   * @return a task that calls it as that caller, any number of times
   */
  <T> Callable<T> wrap(Callable<T> task);

  /**
   * Makes every task that is handed to an executor see the caller who was there when it was handed
   * over. May be kept for all callers.
   *
   * @param executor any executor
   * @return an executor that wraps tasks and hands them on
   */
  Executor wrap(Executor executor);

  /**
   * As {@link #wrap(Executor)}. Shutting the result down shuts the given one down.
   *
   * @param executor any executor service
   * @return an executor service that wraps tasks and hands them on
   */
  ExecutorService wrap(ExecutorService executor);
}
