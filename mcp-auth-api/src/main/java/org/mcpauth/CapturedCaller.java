// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Who the caller was when {@link AccessTokens#capture()} was called: also that there was none.
 * Immutable and safe for use by several threads; not to be kept longer than the work that is done
 * for this caller. Applications do not implement this interface.
 */
public interface CapturedCaller {

  /**
   * The verified token of the caller.
   *
   * @return the token itself, no proxy; empty if there was no caller
   */
  Optional<AccessToken> token();

  /**
   * Does something as this caller, and returns when it is done.
   *
   * <p>Within it, {@code @Inject AccessToken}, {@link TokenClaim}, {@link UserInfo} and the second
   * lock at annotated methods see this caller, or none if there was none. A request context of its
   * own is active; if this thread is serving the very same caller already, that of the thread is
   * used. If it is serving another one, the task runs on a thread of its own meanwhile, because two
   * callers must not share request scoped beans. Afterwards everything is as it was before, also
   * when the task throws.
   *
   * @param task what to do
   */
  void run(Runnable task);

  /**
   * As {@link #run}, with a result.
   *
   * @param <T> the type of the result
   * @param task what to do
   * @return what the task returns
   */
  <T> T supply(Supplier<T> task);

  /**
   * As {@link #run}, with a result, for tasks with checked exceptions.
   *
   * @param <T> the type of the result
   * @param task what to do
   * @return what the task returns
   * @throws Exception what the task throws
   */
  <T> T call(Callable<T> task) throws Exception;
}
