// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;
import org.mcpauth.CapturedCaller;
import org.mcpauth.internal.engine.Caller;

/**
 * Wraps tasks for the current caller.
 *
 * @param callers knows who that is
 */
record CarriedAccessTokens(CurrentCaller callers) implements AccessTokens {

  @Override
  public Optional<AccessToken> current() {
    return callers.callerIfAny().map(Caller::token);
  }

  @Override
  public CapturedCaller capture() {
    return new CapturedIdentity(callers, callers.callerIfAny());
  }

  @Override
  public Runnable wrap(Runnable task) {
    CapturedCaller caller = capture();
    return () -> caller.run(task);
  }

  @Override
  public <T> Callable<T> wrap(Callable<T> task) {
    CapturedCaller caller = capture();
    return () -> caller.call(task);
  }

  @Override
  public Executor wrap(Executor executor) {
    return task -> executor.execute(wrap(task));
  }

  @Override
  public ExecutorService wrap(ExecutorService executor) {
    return new CarryingExecutorService(executor, this);
  }
}
